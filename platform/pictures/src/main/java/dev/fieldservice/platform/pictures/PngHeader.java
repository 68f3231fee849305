package dev.fieldservice.platform.pictures;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;

/** What the first chunk of a PNG says of its pixels (ISO 15948, 11.2.2). */
record PngHeader(int width, int height, int depth, int colour, boolean isInterlaced) {

    static final int LENGTH = 13;
    static final int GREY = 0;
    static final int RGB = 2;
    static final int PALETTE = 3;

    private static final int GREY_ALPHA = 4;
    private static final int RGB_ALPHA = 6;

    private static final Map<Integer, Set<Integer>> DEPTHS = Map.of(
            GREY, Set.of(1, 2, 4, 8, 16),
            RGB, Set.of(8, 16),
            PALETTE, Set.of(1, 2, 4, 8),
            GREY_ALPHA, Set.of(8, 16),
            RGB_ALPHA, Set.of(8, 16));

    private static final Map<Integer, Integer> CHANNELS =
            Map.of(GREY, 1, RGB, 3, PALETTE, 1, GREY_ALPHA, 2, RGB_ALPHA, 4);

    /** First column, first row, and how far apart: the seven passes of an interlaced picture. */
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private static final int[][] AT_ONCE = {{0, 0, 1, 1}};

    static PngHeader read(byte[] chunk) throws UnfitPicture {
        if (chunk.length != LENGTH) {
            throw UnfitPicture.unreadable("The header of the image is damaged.");
        }
        ByteBuffer fields = ByteBuffer.wrap(chunk);
        int width = fields.getInt();
        int height = fields.getInt();
        int depth = fields.get();
        int colour = fields.get();
        int methods = fields.getShort(); // of compression and of filtering: there is one of each
        int interlace = fields.get();
        if (width < 1 || height < 1) {
            throw UnfitPicture.unreadable("The image is empty.");
        }
        if (methods != 0
                || interlace < 0
                || interlace > 1
                || !DEPTHS.getOrDefault(colour, Set.of()).contains(depth)) {
            throw UnfitPicture.unreadable("The header of the image is damaged.");
        }
        return new PngHeader(width, height, depth, colour, interlace == 1);
    }

    byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .put((byte) colour)
                .putShort((short) 0)
                .put((byte) (isInterlaced ? 1 : 0))
                .array();
    }

    /** How many colours a palette must have so that every pixel has one. */
    int colours() {
        return 1 << depth;
    }

    int passes() {
        return layout().length;
    }

    int rows(int pass) {
        int[] of = layout()[pass];
        return columns(pass) == 0 ? 0 : steps(height, of[1], of[3]);
    }

    /** Of one row, without the byte that names its filter. */
    int rowBytes(int pass) {
        return Math.toIntExact(((long) columns(pass) * CHANNELS.get(colour) * depth + 7) / 8);
    }

    /** Bytes of all rows of all passes. */
    long unfolded() {
        long bytes = 0;
        for (int pass = 0; pass < passes(); pass++) {
            bytes += (1L + rowBytes(pass)) * rows(pass);
        }
        return bytes;
    }

    private int columns(int pass) {
        int[] of = layout()[pass];
        return steps(width, of[0], of[2]);
    }

    private int[][] layout() {
        return isInterlaced ? PASSES : AT_ONCE;
    }

    private static int steps(int size, int first, int step) {
        return Math.max(0, (size - first + step - 1) / step);
    }
}
