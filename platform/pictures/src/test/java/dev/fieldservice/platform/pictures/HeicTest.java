package dev.fieldservice.platform.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeicTest {

    private static final PictureLimits LIMITS = new PictureLimits(1 << 20, 5_000, 12_000_000);
    private static final byte[] PAGE = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest(name = "turned by {0} quarters")
    @CsvSource({"0, 4032, 2268", "1, 2268, 4032", "2, 4032, 2268", "3, 2268, 4032"})
    void aPhotoIsKeptAsItCameAndItsSizeIsThatOfThePictureUpright(int quarters, int width, int height)
            throws IOException {
        byte[] sent = Boxes.heic(4032, 2268, quarters);
        var kept = new ByteArrayOutputStream();

        assertThat(Heic.begins(Arrays.copyOf(sent, 12))).isTrue();
        assertThat(Heic.copy(new ByteArrayInputStream(sent), kept, LIMITS)).isEqualTo(new PictureSize(width, height));
        assertThat(kept.toByteArray()).isEqualTo(sent);
    }

    @Test
    void aBoxMaySayItsLengthInEightBytes() throws IOException {
        byte[] pixels = {1, 2, 3};
        byte[] large = Drawn.joined(
                Boxes.number(1),
                "mdat".getBytes(StandardCharsets.US_ASCII),
                ByteBuffer.allocate(Long.BYTES).putLong(16 + pixels.length).array(),
                pixels);
        byte[] sent = Drawn.joined(Boxes.BRANDS, large, Boxes.description(40, 30, 0));
        var kept = new ByteArrayOutputStream();

        assertThat(Heic.copy(new ByteArrayInputStream(sent), kept, LIMITS)).isEqualTo(new PictureSize(40, 30));
        assertThat(kept.toByteArray()).isEqualTo(sent);
    }

    @TestFactory
    Stream<DynamicTest> aPictureIsNotTakenWith() {
        byte[] description = Boxes.description(40, 30, 0);
        byte[] sound = Boxes.heic(40, 30, 0);
        Map<String, byte[]> hostile = new LinkedHashMap<>();
        hostile.put("its end cut", Arrays.copyOf(sound, sound.length - 1));
        hostile.put("its description cut", Arrays.copyOf(sound, Boxes.BRANDS.length + 20));
        hostile.put("a page behind its end", Drawn.joined(sound, PAGE));
        hostile.put("a page in a box of its own", Drawn.joined(sound, Boxes.box("html", PAGE)));
        hostile.put("no brands", Drawn.joined(description, Boxes.PIXELS));
        hostile.put("no description", Drawn.joined(Boxes.BRANDS, Boxes.PIXELS));
        hostile.put("two descriptions", Drawn.joined(Boxes.BRANDS, description, description, Boxes.PIXELS));
        hostile.put("a description that is a page", Drawn.joined(Boxes.BRANDS, Boxes.box("meta", PAGE)));
        hostile.put("a description of two megabytes", Drawn.joined(Boxes.BRANDS, Boxes.box("meta", new byte[2 << 20])));
        hostile.put("a box of 4 GB", Drawn.joined(Boxes.BRANDS, new byte[] {-1, -1, -1, -1, 'm', 'd', 'a', 't'}));
        hostile.put(
                "a box shorter than its header",
                Drawn.joined(Boxes.BRANDS, new byte[] {0, 0, 0, 7, 'f', 'r', 'e', 'e'}));
        hostile.put("more bytes than are taken", Drawn.joined(sound, Boxes.box("free", new byte[1 << 20])));
        hostile.put("too wide", Boxes.heic(5001, 30, 0));
        hostile.put("too many pixels", Boxes.heic(4000, 4000, 0));
        hostile.put("no width", Boxes.heic(0, 30, 0));
        hostile.put(
                "a turn that is not said",
                Drawn.joined(Boxes.BRANDS, Boxes.description(40, 30, new byte[0]), Boxes.PIXELS));
        return hostile.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.getKey(),
                        () -> assertThatExceptionOfType(UnfitPicture.class).isThrownBy(() -> {
                            var _ = Heic.copy(
                                    new ByteArrayInputStream(one.getValue()), new ByteArrayOutputStream(), LIMITS);
                        })));
    }

    @Test
    void whateverIsChangedInTheDescriptionItIsReadOrRefused() throws IOException {
        byte[] sound = Boxes.heic(40, 30, 1);
        int end = sound.length - Boxes.PIXELS.length;
        for (int at = Boxes.BRANDS.length; at < end; at++) {
            for (byte wrong : new byte[] {0, 1, 0x7f, -128, -1}) {
                byte[] changed = sound.clone();
                changed[at] = wrong;
                try {
                    assertThat(Heic.copy(new ByteArrayInputStream(changed), new ByteArrayOutputStream(), LIMITS))
                            .isNotNull();
                } catch (UnfitPicture refused) {
                    assertThat(refused).hasMessageMatching("[ -~×]+");
                }
            }
        }
    }
}
