package dev.fieldservice.platform.pictures;

import java.io.IOException;

/** Pixels are given by how they differ from what those beside and above them make likely (RFC 9649, 4.1). */
final class LosslessPrediction implements LosslessTransform {

    private static final int BLACK = 0xff000000;
    private static final int EVERY = 0xff;

    private final int width;
    private final int shift;
    private final int across;
    private final byte[] modes;
    private final int[] above;

    private LosslessPrediction(int width, int shift, int across, byte[] modes) {
        this.width = width;
        this.shift = shift;
        this.across = across;
        this.modes = modes;
        this.above = new int[width];
    }

    static LosslessPrediction read(LosslessBits bits, int width, int height) throws IOException {
        int shift = bits.read(3) + 2;
        int across = LosslessTransform.squares(width, shift);
        byte[] modes = new byte[across * LosslessTransform.squares(height, shift)];
        LosslessPixels.read(bits, across, modes.length / across, false, (y, argb) -> {
            for (int x = 0; x < across; x++) {
                modes[y * across + x] = (byte) (argb[x] >> Byte.SIZE & 0xf);
            }
        });
        return new LosslessPrediction(width, shift, across, modes);
    }

    @Override
    public int packedWidth() {
        return width;
    }

    @Override
    public void undo(int y, int[] argb) {
        for (int x = 0; x < width; x++) {
            argb[x] = sum(argb[x], predicted(x, y, argb));
        }
        System.arraycopy(argb, 0, above, 0, width);
    }

    private int predicted(int x, int y, int[] argb) {
        if (y == 0) {
            return x == 0 ? BLACK : argb[x - 1];
        }
        if (x == 0) {
            return above[0];
        }
        int rightAbove = x + 1 < width ? above[x + 1] : argb[0];
        return predicted(modes[(y >> shift) * across + (x >> shift)], argb[x - 1], above[x], above[x - 1], rightAbove);
    }

    private static int predicted(int mode, int left, int top, int corner, int rightAbove) {
        return switch (mode) {
            case 1 -> left;
            case 2 -> top;
            case 3 -> rightAbove;
            case 4 -> corner;
            case 5 -> mean(mean(left, rightAbove), top);
            case 6 -> mean(left, corner);
            case 7 -> mean(left, top);
            case 8 -> mean(corner, top);
            case 9 -> mean(top, rightAbove);
            case 10 -> mean(mean(left, corner), mean(top, rightAbove));
            case 11 -> likelier(left, top, corner);
            case 12 -> continued(left, top, corner);
            case 13 -> halfWay(mean(left, top), corner);
            default -> BLACK;
        };
    }

    /** Of each colour by itself. */
    static int sum(int one, int other) {
        int alphaAndGreen = (one & 0xff00ff00) + (other & 0xff00ff00) & 0xff00ff00;
        int redAndBlue = (one & 0x00ff00ff) + (other & 0x00ff00ff) & 0x00ff00ff;
        return alphaAndGreen | redAndBlue;
    }

    private static int mean(int one, int other) {
        return (((one ^ other) & 0xfefefefe) >>> 1) + (one & other);
    }

    private static int likelier(int left, int top, int corner) {
        int fromLeft = 0;
        int fromTop = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            int of = corner >> shift & EVERY;
            fromLeft += Math.abs((top >> shift & EVERY) - of);
            fromTop += Math.abs((left >> shift & EVERY) - of);
        }
        return fromLeft < fromTop ? left : top;
    }

    private static int continued(int left, int top, int corner) {
        int all = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            int one = (left >> shift & EVERY) + (top >> shift & EVERY) - (corner >> shift & EVERY);
            all |= Math.clamp(one, 0, EVERY) << shift;
        }
        return all;
    }

    private static int halfWay(int mean, int corner) {
        int all = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            int of = mean >> shift & EVERY;
            all |= Math.clamp(of + (of - (corner >> shift & EVERY)) / 2, 0, EVERY) << shift;
        }
        return all;
    }
}
