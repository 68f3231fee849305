package dev.fieldservice.platform.pictures;

import java.io.IOException;

/** How transparent the lossy pixels of a WebP are (RFC 9649, 2.7.1.2), decoded row by row. */
final class WebPAlpha {

    private static final int RAW = 0;
    private static final int LOSSLESS = 1;
    private static final int MOST = 0xff;

    private final int width;
    private final int filter;
    private final LosslessPixels.Rows to;
    private final int[] above;

    private WebPAlpha(int width, int filter, LosslessPixels.Rows to) {
        this.width = width;
        this.filter = filter;
        this.to = to;
        this.above = new int[width];
    }

    /** @param to is given values from 0 to 255 */
    static void decode(byte[] chunk, int width, int height, LosslessPixels.Rows to) throws IOException {
        var alpha = new WebPAlpha(width, chunk[0] >> 2 & 3, to);
        switch (chunk[0] & 3) {
            case RAW -> alpha.raw(chunk, height);
            case LOSSLESS ->
                Lossless.decode(new LosslessBits(chunk, 1, chunk.length), width, height, (y, argb) -> {
                    for (int x = 0; x < width; x++) {
                        argb[x] = argb[x] >> Byte.SIZE & MOST;
                    }
                    alpha.unfilter(y, argb);
                });
            default -> throw UnfitPicture.unreadable("The transparency of the image is damaged.");
        }
    }

    private void raw(byte[] chunk, int height) throws IOException {
        if (chunk.length - 1 < (long) width * height) {
            throw UnfitPicture.unreadable("The transparency of the image is damaged.");
        }
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = chunk[1 + y * width + x] & MOST;
            }
            unfilter(y, row);
        }
    }

    private void unfilter(int y, int[] row) throws IOException {
        for (int x = 0; x < width; x++) {
            row[x] = row[x] + predicted(x, y, row) & MOST;
        }
        System.arraycopy(row, 0, above, 0, width);
        to.take(y, row);
    }

    private int predicted(int x, int y, int[] row) {
        int left = x == 0 ? above[0] : row[x - 1];
        int top = y == 0 ? left : above[x];
        return switch (filter) {
            case 1 -> left;
            case 2 -> top;
            case 3 -> x == 0 || y == 0 ? (y == 0 ? left : top) : Math.clamp(left + top - above[x - 1], 0, MOST);
            default -> 0;
        };
    }
}
