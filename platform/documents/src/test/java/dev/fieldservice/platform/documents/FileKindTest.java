package dev.fieldservice.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTest {

    @ParameterizedTest
    @CsvSource({
        "PDF,  Oferta.PDF,    Oferta.PDF",
        "PDF,  Oferta,        Oferta.pdf",
        "PDF,  page.html,     page.html.pdf",
        "JPEG, IMG_0042.jpeg, IMG_0042.jpeg",
        "JPEG, IMG_0042.JPG,  IMG_0042.JPG",
        "JPEG, IMG_0042.png,  IMG_0042.png.jpg",
        "WEBP, vedere.webp,   vedere.webp"
    })
    void aFileIsSavedUnderTheEndingOfWhatItIs(FileKind kind, String called, String saved) {
        assertThat(kind.named(called)).isEqualTo(saved);
    }
}
