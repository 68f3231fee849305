package dev.fieldservice.platform.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import dev.fieldservice.platform.pictures.UnfitPicture.Fault;
import dev.fieldservice.platform.testing.HostilePictures;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngTest {

    private static final PictureLimits LIMITS = new PictureLimits(256 * 1024, 2000, 4_000_000);
    private static final long LITTLE = 2 << 20;
    private static final String SMALLEST =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    @ParameterizedTest(name = "kind {0}, interlaced {1}")
    @CsvSource({
        "1, false",
        "1, true",
        "2, true",
        "4, true",
        "5, false",
        "6, false",
        "6, true",
        "10, false",
        "11, true",
        "12, false",
        "12, true",
        "13, false",
        "13, true"
    })
    void aSoundPictureKeepsItsPixels(int kind, boolean isInterlaced) throws IOException {
        for (int width : new int[] {1, 3, 8, 61}) {
            BufferedImage drawn = drawn(kind, width, 37);
            byte[] kept = Png.anew(written(drawn, isInterlaced), LIMITS);
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(kept));
            assertThat(pixels(read)).isEqualTo(pixels(drawn));
        }
    }

    @Test
    void whatIsWrittenAnewIsSound() throws IOException {
        byte[] once = Png.anew(Base64.getDecoder().decode(SMALLEST), LIMITS);
        assertThat(Png.anew(once, LIMITS)).isEqualTo(once);
    }

    @Test
    void whatCameBesideThePixelsIsNotKept() throws IOException {
        byte[] kept = Png.anew(HostilePictures.ladenPng(), LIMITS);

        assertThat(kept).isEqualTo(Png.anew(HostilePictures.soundPng(), LIMITS));
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain("tEXt", "zTXt", "iTXt", "iCCP", "eXIf", "script");
    }

    @TestFactory
    Stream<DynamicTest> aPictureIsNotTakenWith() {
        return HostilePictures.pngs().entrySet().stream()
                .map(hostile -> DynamicTest.dynamicTest(hostile.getKey(), () -> {
                    long before = allocated();
                    assertThatExceptionOfType(UnfitPicture.class)
                            .isThrownBy(() -> Png.anew(hostile.getValue(), LIMITS));
                    assertThat(allocated() - before).isLessThan(LITTLE);
                }));
    }

    @Test
    void aPictureThatUnfoldsToAHundredMegabytesTakesNoMemory() throws IOException {
        byte[] large = written(new BufferedImage(5000, 5000, BufferedImage.TYPE_4BYTE_ABGR), false);
        PictureLimits generous = new PictureLimits(1 << 20, 5000, 25_000_000);

        long before = allocated();
        byte[] kept = Png.anew(large, generous);

        assertThat(allocated() - before).isLessThan(LITTLE);
        assertThat(kept.length).isLessThan(2 * large.length);
    }

    @Test
    void aPictureIsNotTakenBeyondItsLimits() throws IOException {
        PictureLimits limits = new PictureLimits(1000, 50, 1200);
        assertThat(Png.anew(written(drawn(1, 30, 40), false), new PictureLimits(100_000, 50, 1200)))
                .isNotEmpty();
        assertThat(fault(written(drawn(1, 51, 2), false), new PictureLimits(100_000, 50, 1200)))
                .isEqualTo(Fault.TOO_LARGE);
        assertThat(fault(written(drawn(1, 31, 40), false), new PictureLimits(100_000, 50, 1200)))
                .isEqualTo(Fault.TOO_LARGE);
        assertThat(fault(new byte[1001], limits)).isEqualTo(Fault.TOO_LARGE);
        assertThat(fault(new byte[1000], limits)).isEqualTo(Fault.UNREADABLE);
    }

    @Test
    void aPictureOfFewPixelsIsNotTakenIfTheyUnfoldToTooMuch() throws IOException {
        byte[] colours = written(drawn(BufferedImage.TYPE_4BYTE_ABGR, 30, 40), false);
        int unfolded = 40 * (1 + 4 * 30);

        assertThat(Png.anew(colours, new PictureLimits(100_000, 50, 1200, unfolded)))
                .isNotEmpty();
        assertThat(fault(colours, new PictureLimits(100_000, 50, 1200, unfolded - 1)))
                .isEqualTo(Fault.TOO_LARGE);
        assertThat(fault(
                        written(drawn(BufferedImage.TYPE_4BYTE_ABGR, 30, 40), true),
                        new PictureLimits(100_000, 50, 1200, unfolded)))
                .as("its seven passes have more rows")
                .isEqualTo(Fault.TOO_LARGE);
    }

    private static Fault fault(byte[] sent, PictureLimits limits) {
        try {
            return Png.anew(sent, limits).length > 0 ? null : Fault.UNREADABLE;
        } catch (UnfitPicture unfit) {
            return unfit.fault();
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    /** A colour wheel that fades out where the kind of picture can. */
    private static BufferedImage drawn(int kind, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, kind);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                int colour = Color.HSBtoRGB((float) x / width, 1, (float) y / height);
                image.setRGB(x, y, colour & 0xFFFFFF | (x * 4 % 256) << 24);
            }
        }
        return image;
    }

    private static byte[] written(BufferedImage image, boolean isInterlaced) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var to = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(to);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(isInterlaced ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
