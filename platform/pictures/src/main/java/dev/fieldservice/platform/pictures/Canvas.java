package dev.fieldservice.platform.pictures;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.WritableRaster;

/** What is kept of a picture while its rows are decoded: every so manieth pixel, as bytes of blue, green and red behind those of alpha. */
final class Canvas {

    private static final int[] COLOURS = {0, 1, 2};

    private final BufferedImage image;
    private final byte[] pixels;
    private final int width;
    private final int step;
    private final int bands;

    /** @param step of the rows and columns of the picture that are kept */
    Canvas(PictureSize size, boolean hasAlpha, int step) {
        this.step = step;
        width = (size.width() + step - 1) / step;
        image = new BufferedImage(
                width,
                (size.height() + step - 1) / step,
                hasAlpha ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
        bands = image.getRaster().getNumBands();
        pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    BufferedImage image() {
        return image;
    }

    /** The same picture, for whoever knows no alpha. */
    BufferedImage colours() {
        WritableRaster raster =
                image.getRaster().createWritableChild(0, 0, image.getWidth(), image.getHeight(), 0, 0, COLOURS);
        var opaque = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(opaque, raster, false, null);
    }

    void draw(int y, int[] argb) {
        if (y % step > 0) {
            return;
        }
        int at = y / step * width * bands;
        for (int x = 0; x < width; x++) {
            int pixel = argb[x * step];
            if (bands > COLOURS.length) {
                pixels[at++] = (byte) (pixel >> 24);
            }
            pixels[at++] = (byte) pixel;
            pixels[at++] = (byte) (pixel >> 8);
            pixels[at++] = (byte) (pixel >> 16);
        }
    }

    void alpha(int y, int[] values) {
        if (y % step > 0) {
            return;
        }
        int row = y / step * width * bands;
        for (int x = 0; x < width; x++) {
            pixels[row + x * bands] = (byte) values[x * step];
        }
    }
}
