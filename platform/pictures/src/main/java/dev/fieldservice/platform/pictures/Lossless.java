package dev.fieldservice.platform.pictures;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Decodes the lossless pixels of a WebP (RFC 9649, 3), given out row by row. Written here because what it unfolds to has to be
 * bounded: the format lets a few bytes ask for any number of transforms and codes.
 */
final class Lossless {

    private static final int TYPES = 4;

    private Lossless() {}

    /** @param bits from behind the size */
    static void decode(LosslessBits bits, int width, int height, LosslessPixels.Rows to) throws IOException {
        Deque<LosslessTransform> transforms = new ArrayDeque<>();
        boolean[] isThere = new boolean[TYPES];
        int packed = width;
        while (bits.read(1) == 1) {
            int type = bits.read(2);
            if (isThere[type]) {
                throw UnfitPicture.unreadable("The pixels of the image are damaged.");
            }
            isThere[type] = true;
            LosslessTransform transform = LosslessTransform.read(type, bits, packed, height);
            transforms.push(transform);
            packed = transform.packedWidth();
        }
        int[] row = new int[width];
        int compressed = packed;
        LosslessPixels.read(bits, compressed, height, true, (y, argb) -> {
            System.arraycopy(argb, 0, row, 0, compressed);
            transforms.forEach(transform -> transform.undo(y, row));
            to.take(y, row);
        });
    }
}
