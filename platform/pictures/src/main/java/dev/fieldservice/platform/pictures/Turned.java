package dev.fieldservice.platform.pictures;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.stream.IntStream;

/**
 * A decoded picture turned upright in the memory that it has: rows and columns are swapped where they stand, and a quarter turn is
 * another way to walk over them.
 */
final class Turned {

    private Turned() {}

    /** @param orientation as in EXIF, 1 to 8; the picture is not to be used afterwards */
    static BufferedImage upright(BufferedImage picture, int orientation) {
        boolean isTransposed = orientation >= 5;
        boolean isUpsideDown = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
        boolean isMirrored = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
        int width = picture.getWidth();
        int height = picture.getHeight();
        int bands = picture.getRaster().getNumBands();
        byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        if (isUpsideDown) {
            swapRows(pixels, width * bands, height);
        }
        if (isMirrored) {
            swapColumns(pixels, width, height, bands);
        }
        return isTransposed ? transposed(picture, bands) : picture;
    }

    private static void swapRows(byte[] pixels, int row, int rows) {
        byte[] spare = new byte[row];
        for (int top = 0, bottom = rows - 1; top < bottom; top++, bottom--) {
            System.arraycopy(pixels, top * row, spare, 0, row);
            System.arraycopy(pixels, bottom * row, pixels, top * row, row);
            System.arraycopy(spare, 0, pixels, bottom * row, row);
        }
    }

    private static void swapColumns(byte[] pixels, int width, int height, int bands) {
        for (int row = 0; row < height; row++) {
            int left = row * width * bands;
            int right = left + (width - 1) * bands;
            while (left < right) {
                for (int band = 0; band < bands; band++) {
                    byte one = pixels[left + band];
                    pixels[left + band] = pixels[right + band];
                    pixels[right + band] = one;
                }
                left += bands;
                right -= bands;
            }
        }
    }

    private static BufferedImage transposed(BufferedImage picture, int bands) {
        int[] offsets = IntStream.range(0, bands).map(band -> bands - 1 - band).toArray();
        var byColumns = new ComponentSampleModel(
                DataBuffer.TYPE_BYTE,
                picture.getHeight(),
                picture.getWidth(),
                picture.getWidth() * bands,
                bands,
                offsets);
        WritableRaster raster =
                Raster.createWritableRaster(byColumns, picture.getRaster().getDataBuffer(), null);
        return new BufferedImage(picture.getColorModel(), raster, false, null);
    }
}
