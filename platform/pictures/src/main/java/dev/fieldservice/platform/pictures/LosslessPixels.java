package dev.fieldservice.platform.pictures;

import dev.fieldservice.platform.pictures.LosslessCodes.Group;
import java.io.IOException;
import java.util.HexFormat;

/**
 * Pixels that refer to those before them (RFC 9649, 5), given out row by row. Takes memory for as many as can be referred to, a
 * million, and for the codes.
 */
final class LosslessPixels {

    private static final int MOST_DISTANCE = 1 << 20;
    private static final int MOST_CACHE_BITS = 11;
    private static final int CACHE_FACTOR = 0x1e35a7bd;

    /** Rows up in the first half of each, and columns left of the eighth to the right in the second (RFC 9649, 5.2.2). */
    private static final byte[] NEAR = HexFormat.of()
            .parseHex("1807171928062729161a262a38053739151b363a252b48044749141c353b464a242c58454b343c03"
                    + "5759131d565a232d444c555b333d68026769121e666a222e545c434d656b323e78017779535d111f"
                    + "646c424e767a212f757b313f636d525e00747c414f1020626e30737d515f40727e616f50717f6070");

    private static final int EIGHTH = 8;

    private final LosslessBits bits;
    private final int width;
    private final int pixels;
    private final Rows to;
    private final int cacheBits;
    private final int[] cache;
    private final LosslessCodes codes;
    private final int[] window;
    private final int[] row;
    private int done;
    private int x;
    private int y;

    @FunctionalInterface
    interface Rows {

        /** @param argb is used again for the next row */
        void take(int y, int[] argb) throws IOException;
    }

    private LosslessPixels(LosslessBits bits, int width, int height, boolean isOutermost, Rows to) throws IOException {
        this.bits = bits;
        this.width = width;
        this.pixels = width * height;
        this.to = to;
        cacheBits = bits.read(1) == 1 ? bits.read(4) : 0;
        if (cacheBits > MOST_CACHE_BITS) {
            throw damaged();
        }
        cache = new int[cacheBits == 0 ? 0 : 1 << cacheBits];
        codes = LosslessCodes.read(bits, width, height, cache.length, isOutermost);
        window = new int[Math.min(MOST_DISTANCE, Integer.highestOneBit(pixels) << 1)];
        row = new int[width];
    }

    static void read(LosslessBits bits, int width, int height, boolean isOutermost, Rows to) throws IOException {
        new LosslessPixels(bits, width, height, isOutermost, to).read();
    }

    private void read() throws IOException {
        while (done < pixels) {
            Group group = codes.at(x, y);
            int green = group.green().next(bits);
            if (green < LosslessCodes.LITERALS) {
                int red = group.red().next(bits);
                int blue = group.blue().next(bits);
                put(group.alpha().next(bits) << 24 | red << 16 | green << 8 | blue);
            } else if (green < LosslessCodes.LITERALS + LosslessCodes.LENGTHS) {
                int length = extent(green - LosslessCodes.LITERALS);
                repeat(length, distance(extent(group.distance().next(bits))));
            } else {
                put(cache[green - LosslessCodes.LITERALS - LosslessCodes.LENGTHS]);
            }
        }
    }

    private int extent(int prefix) throws IOException {
        if (prefix < 4) {
            return prefix + 1;
        }
        int extra = prefix - 2 >> 1;
        return (2 + (prefix & 1) << extra) + bits.read(extra) + 1;
    }

    private int distance(int code) {
        if (code > NEAR.length) {
            return code - NEAR.length;
        }
        int near = NEAR[code - 1];
        return Math.max(1, (near >> 4) * width + EIGHTH - (near & 0xf));
    }

    private void repeat(int length, int distance) throws IOException {
        if (length > pixels - done || distance > done) {
            throw damaged();
        }
        for (int i = 0; i < length; i++) {
            put(window[done - distance & window.length - 1]);
        }
    }

    private void put(int argb) throws IOException {
        window[done & window.length - 1] = argb;
        if (cacheBits > 0) {
            cache[argb * CACHE_FACTOR >>> Integer.SIZE - cacheBits] = argb;
        }
        done++;
        row[x] = argb;
        x++;
        if (x == width) {
            to.take(y, row);
            x = 0;
            y++;
        }
    }

    private static UnfitPicture damaged() {
        return UnfitPicture.unreadable("The pixels of the image are damaged.");
    }
}
