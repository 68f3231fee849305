package dev.fieldservice.platform.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A small picture, as JPEG, of one that was written anew here. Takes memory for the small one only. Blocks. */
public final class Thumbnail {

    private static final float QUALITY = 0.8f;

    private Thumbnail() {}

    /** @param side pixels of its longer side, or fewer if the picture has fewer */
    public static void of(InputStream kept, OutputStream small, int side) throws IOException {
        try (var in = new MemoryCacheImageInputStream(kept)) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            try {
                Jpeg.write(scaled(rough(reader, in, side), side), small, QUALITY);
            } finally {
                reader.dispose();
            }
        }
    }

    /** Still at least as large as is wanted. */
    private static BufferedImage rough(ImageReader reader, ImageInputStream in, int side) throws IOException {
        reader.setInput(in, true, true);
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * side));
        ImageReadParam part = reader.getDefaultReadParam();
        part.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, part);
    }

    private static BufferedImage scaled(BufferedImage rough, int side) {
        double scale = Math.min(1, (double) side / Math.max(rough.getWidth(), rough.getHeight()));
        int width = (int) Math.max(1, Math.round(rough.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(rough.getHeight() * scale));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = small.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(rough, 0, 0, width, height, Color.WHITE, null);
        } finally {
            pen.dispose();
        }
        return small;
    }
}
