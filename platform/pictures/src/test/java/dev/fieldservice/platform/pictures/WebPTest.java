package dev.fieldservice.platform.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebPTest {

    private static final String LOSSY = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";
    private static final String LOSSLESS = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";
    private static final String ALPHA =
            "UklGRkoAAABXRUJQVlA4WAoAAAAQAAAAAAAAAAAAQUxQSAwAAAARBxAR/Q9ERP8DAABWUDggGAAAABQBAJ0BKgEA"
                    + "AQAAAP4AAA3AAP7mtQAAAA==";
    private static final String MOVING =
            "UklGRlIAAABXRUJQVlA4WAoAAAASAAAAAAAAAAAAQU5JTQYAAAD/////AABBTk1GJgAAAAAAAAAAAAAAAAAAAGQA"
                    + "AABWUDhMDQAAAC8AAAAQBxAREYiI/gcA";
    private static final PictureLimits LIMITS = new PictureLimits(1 << 20, 100, 2_000);
    private static final byte[] PAGE = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @ValueSource(strings = {LOSSY, LOSSLESS, ALPHA})
    void aSoundPictureIsKeptAsItCame(String picture) throws IOException {
        var kept = new ByteArrayOutputStream();

        assertThat(WebP.copy(new ByteArrayInputStream(bytes(picture)), kept, LIMITS))
                .isEqualTo(new PictureSize(1, 1));
        assertThat(kept.toByteArray()).isEqualTo(bytes(picture));
    }

    @Test
    void whatCameBesideThePixelsIsNotKept() throws IOException {
        byte[] pixels = chunks(bytes(LOSSY));
        byte[] laden = riff(
                chunk("VP8X", canvas(0x2c, 1, 1)),
                chunk("ICCP", PAGE),
                pixels,
                chunk("EXIF", PAGE),
                chunk("XMP ", PAGE),
                chunk("HTML", PAGE));

        assertThat(kept(laden)).isEqualTo(bytes(LOSSY));
    }

    @TestFactory
    Stream<DynamicTest> aPictureIsNotTakenWith() {
        byte[] sound = bytes(LOSSY);
        byte[] pixels = chunks(sound);
        Map<String, byte[]> hostile = new LinkedHashMap<>();
        hostile.put("nothing", new byte[0]);
        hostile.put("another beginning", PAGE);
        hostile.put("movement", bytes(MOVING));
        hostile.put("its end cut", Arrays.copyOf(sound, sound.length - 1));
        hostile.put("a page behind its end", Drawn.joined(sound, PAGE));
        hostile.put("no pixels", riff(chunk("EXIF", PAGE)));
        hostile.put("pixels that are a page", riff(chunk("VP8 ", PAGE)));
        hostile.put("lossless pixels that are a page", riff(chunk("VP8L", PAGE)));
        hostile.put("two pictures", riff(pixels, pixels));
        hostile.put("another canvas", riff(chunk("VP8X", canvas(0, 2, 1)), pixels));
        hostile.put("a canvas after its pixels", riff(pixels, chunk("VP8X", canvas(0, 1, 1))));
        hostile.put(
                "a chunk of 4 GB",
                riff(Drawn.joined("EXIF".getBytes(StandardCharsets.US_ASCII), new byte[] {-1, -1, -1, -1})));
        hostile.put("too wide", riff(chunk("VP8L", lossless(101, 1))));
        hostile.put("too many pixels", riff(chunk("VP8L", lossless(100, 100))));
        return hostile.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.getKey(),
                        () -> assertThatExceptionOfType(UnfitPicture.class).isThrownBy(() -> kept(one.getValue()))));
    }

    private static byte[] kept(byte[] sent) throws IOException {
        var kept = new ByteArrayOutputStream();
        assertThat(WebP.copy(new ByteArrayInputStream(sent), kept, LIMITS)).isNotNull();
        return kept.toByteArray();
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static byte[] chunks(byte[] picture) {
        return Arrays.copyOfRange(picture, 12, picture.length);
    }

    private static byte[] riff(byte[]... chunks) {
        byte[] all = Drawn.joined(chunks);
        return Drawn.joined(
                "RIFF".getBytes(StandardCharsets.US_ASCII),
                little(all.length + 4),
                "WEBP".getBytes(StandardCharsets.US_ASCII),
                all);
    }

    private static byte[] chunk(String type, byte[] content) {
        return Drawn.joined(
                type.getBytes(StandardCharsets.US_ASCII),
                little(content.length),
                content,
                new byte[content.length % 2]);
    }

    private static byte[] canvas(int flags, int width, int height) {
        byte[] canvas = new byte[10];
        canvas[0] = (byte) flags;
        canvas[4] = (byte) (width - 1);
        canvas[7] = (byte) (height - 1);
        return canvas;
    }

    private static byte[] lossless(int width, int height) {
        return Drawn.joined(new byte[] {0x2f}, little(width - 1 | (height - 1) << 14), new byte[8]);
    }

    private static byte[] little(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
