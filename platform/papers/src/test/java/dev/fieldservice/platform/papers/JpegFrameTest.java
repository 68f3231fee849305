package dev.fieldservice.platform.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegFrameTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final String PROGRESSIVE =
            "ffd8" + "ffe00004aabb" + "ffc4000300" + "ffc2000b08" + "01400280" + "03" + "ffda";

    @Test
    void itsSizeAndChannelsStandBehindWhateverComesBefore() {
        assertThat(JpegFrame.of(HEX.parseHex(PROGRESSIVE))).contains(new JpegFrame(640, 320, 3));
    }

    @Test
    void nothingIsSaidOfOneThatEndsBeforeItsFrame() {
        byte[] whole = HEX.parseHex(PROGRESSIVE);
        for (int length = 0; length < whole.length - 2; length++) {
            assertThat(JpegFrame.of(Arrays.copyOf(whole, length))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "89504e470d0a1a0a0000000d49484452", // a PNG
                "ffd8ffc0000b0801400280" + "04ffda", // four channels
                "ffd8ffc0000b0c01400280" + "03ffda", // twelve bits
                "ffd8ffe0000000000000000000000000", // a segment without a length
                "ffd8ffdaffc0000b080140028003ffda" // pixels before a frame
            })
    void nothingIsSaidOfWhatIsShownOtherwise(String file) {
        assertThat(JpegFrame.of(HEX.parseHex(file))).isEmpty();
    }
}
