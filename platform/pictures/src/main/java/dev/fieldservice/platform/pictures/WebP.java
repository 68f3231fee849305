package dev.fieldservice.platform.pictures;

import com.google.errorprone.annotations.CheckReturnValue;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Reads a WebP, turns it upright and writes it anew, as a JPEG or, if something of it is transparent, as a PNG. Takes as much memory
 * as it has bytes, up to 38 MB for the pixels that are kept, as {@link Jpeg} does, and up to 30 MB to decode them. Blocks.
 */
@CheckReturnValue
public final class WebP {

    private static final int MOST_BYTES = 3 * Jpeg.MOST_DECODED;

    /** What decodes them takes memory, too. */
    private static final int MOST_LOSSLESS_BYTES = MOST_BYTES / 2;

    /** Noise takes as much as a PNG: no more of it than what may be sent. */
    private static final int MOST_TRANSPARENT_BYTES = 15_000_000;

    private static final int BEHIND_THE_SIZE = 5;
    private static final float QUALITY = 0.9f;

    /** @param isPng and otherwise a JPEG */
    public record Kept(Picture picture, boolean isPng) {}

    private WebP() {}

    /** @throws UnfitPicture when it is not taken; what was written until then is of no use */
    public static Kept copy(InputStream sent, OutputStream kept, PictureLimits limits) throws IOException {
        try {
            WebPChunks chunks = WebPChunks.read(sent, limits);
            boolean isPng = chunks.hasAlpha();
            Exif exif = chunks.exif();
            BufferedImage upright = Turned.upright(decoded(chunks), exif.orientation());
            if (isPng) {
                writePng(upright, kept);
            } else {
                Jpeg.write(upright, kept, QUALITY);
            }
            return new Kept(new Picture(new PictureSize(upright.getWidth(), upright.getHeight()), exif.shot()), isPng);
        } catch (EOFException cut) {
            throw UnfitPicture.unreadable("The image ends too early.");
        }
    }

    private static BufferedImage decoded(WebPChunks chunks) throws IOException {
        PictureSize size = chunks.size();
        int step = Jpeg.step(size.width(), size.height(), mostPixels(chunks));
        var canvas = new Canvas(size, chunks.hasAlpha(), step);
        if (chunks.isLossless()) {
            var bits = new LosslessBits(chunks.plain(), WebPChunks.BEFORE + BEHIND_THE_SIZE, chunks.end());
            Lossless.decode(bits, size.width(), size.height(), canvas::draw);
        } else {
            if (chunks.hasAlpha()) {
                WebPAlpha.decode(chunks.alpha(), size.width(), size.height(), canvas::alpha);
            }
            drawLossy(chunks.plain(), canvas.colours(), step);
        }
        return canvas.image();
    }

    private static int mostPixels(WebPChunks chunks) {
        if (chunks.hasAlpha()) {
            return MOST_TRANSPARENT_BYTES / 4;
        }
        return (chunks.isLossless() ? MOST_LOSSLESS_BYTES : MOST_BYTES) / 3;
    }

    /** The decoder throws whatever comes, at what is damaged. */
    private static void drawLossy(byte[] webp, BufferedImage to, int step) throws IOException {
        ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
        try (var in = new ByteArrayImageInputStream(webp)) {
            reader.setInput(in, true, true);
            ImageReadParam part = reader.getDefaultReadParam();
            part.setSourceSubsampling(step, step, 0, 0);
            part.setDestination(to);
            var _ = reader.read(0, part);
        } catch (IIOException | RuntimeException damaged) {
            throw UnfitPicture.unreadable("The pixels of the image are damaged.");
        } finally {
            reader.dispose();
        }
    }

    private static void writePng(BufferedImage picture, OutputStream to) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (var out = new MemoryCacheImageOutputStream(to)) {
            writer.setOutput(out);
            writer.write(picture);
        } finally {
            writer.dispose();
        }
    }
}
