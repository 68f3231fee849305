package dev.fieldservice.platform.pictures;

import com.google.errorprone.annotations.CheckReturnValue;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Reads a JPEG, turns it upright and writes it anew, with its pixels and nothing else. Takes three bytes of memory for each pixel
 * that is kept: of a picture with more than {@value #MOST_DECODED} pixels every second, or third, row and column is. Blocks.
 */
@CheckReturnValue
public final class Jpeg {

    /** 4096 × 3072 of 12 megapixels, as phones have them. */
    static final int MOST_DECODED = 12_600_000;

    private static final float QUALITY = 0.9f;
    private static final String FORMAT = "jpeg";

    private Jpeg() {}

    /**
     * How large it is by then, and what the camera said.
     *
     * @throws UnfitPicture when it is not taken; what was written until then is of no use
     */
    public static Picture copy(InputStream sent, OutputStream kept, PictureLimits limits) throws IOException {
        try {
            JpegHead head = JpegHead.read(sent);
            limits.require(head.width(), head.height());
            JpegBody body = new JpegBody(sent);
            BufferedImage decoded = decoded(
                    new SequenceInputStream(new ByteArrayInputStream(head.bytes()), body),
                    step(head.width(), head.height(), MOST_DECODED));
            body.requireEnd();
            BufferedImage upright = Turned.upright(decoded, head.exif().orientation());
            write(upright, kept, QUALITY);
            return new Picture(
                    new PictureSize(upright.getWidth(), upright.getHeight()),
                    head.exif().shot());
        } catch (EOFException cut) {
            throw UnfitPicture.unreadable("The image ends too early.");
        }
    }

    /** Every how manieth row and column leaves no more than so many pixels. */
    static int step(int width, int height, int most) {
        int step = 1;
        while ((long) (width / step) * (height / step) > most) {
            step++;
        }
        return step;
    }

    /** The decoder throws whatever comes, at what is damaged. */
    static BufferedImage decoded(InputStream jpeg, int step) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(FORMAT).next();
        try (var in = new MemoryCacheImageInputStream(jpeg)) {
            reader.setInput(in, true, true);
            ImageReadParam part = reader.getDefaultReadParam();
            part.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, part);
        } catch (IIOException | RuntimeException damaged) {
            throw damaged.getCause() instanceof UnfitPicture unfit
                    ? unfit
                    : UnfitPicture.unreadable("The pixels of the image are damaged.");
        } finally {
            reader.dispose();
        }
    }

    static void write(BufferedImage picture, OutputStream to, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(FORMAT).next();
        try (var out = new MemoryCacheImageOutputStream(to)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
    }
}
