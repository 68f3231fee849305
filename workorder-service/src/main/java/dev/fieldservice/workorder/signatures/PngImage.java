package dev.fieldservice.workorder.signatures;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Makes sure that what is kept as a signature is a picture, and one that nobody's viewer chokes on. Blocks. */
final class PngImage {

    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_PIXELS = 2000;
    /** Every row is inflated and read, but few pixels are kept: a hostile picture must not take much memory. */
    private static final int KEEP_EVERY = 16;

    private PngImage() {}

    /** The bytes of the picture; refused with 422 if it is none, or too large. */
    static byte[] decoded(String base64) {
        byte[] bytes = bytes(base64);
        if (bytes.length > MOST_BYTES) {
            throw refused("image-too-large", "At most 256 KB are taken.");
        }
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input, true, true);
            read(reader);
            return bytes;
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | RuntimeException unreadable) {
            throw refused("not-a-png", "The image cannot be read as PNG.");
        } finally {
            reader.dispose();
        }
    }

    private static void read(ImageReader reader) throws IOException {
        if (reader.getWidth(0) > MOST_PIXELS || reader.getHeight(0) > MOST_PIXELS) {
            throw refused("image-too-large", "At most 2000 × 2000 pixels are taken.");
        }
        ImageReadParam few = reader.getDefaultReadParam();
        few.setSourceSubsampling(KEEP_EVERY, KEEP_EVERY, 0, 0);
        if (reader.read(0, few).getWidth() < 1) {
            throw refused("not-a-png", "The image is empty.");
        }
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw refused("not-a-png", "The image is not base64.");
        }
    }

    private static Refused refused(String code, String detail) {
        return Refusal.RuleViolated.at("/image", code, detail);
    }
}
