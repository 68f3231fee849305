package dev.fieldservice.platform.pictures;

import java.io.IOException;

/** What was done to pixels so that they take less (RFC 9649, 4), undone row by row. */
interface LosslessTransform {

    /** How many pixels of a row are compressed. */
    int packedWidth();

    void undo(int y, int[] argb);

    static int squares(int pixels, int shift) {
        return pixels + (1 << shift) - 1 >> shift;
    }

    static LosslessTransform read(int type, LosslessBits bits, int width, int height) throws IOException {
        return switch (type) {
            case 0 -> LosslessPrediction.read(bits, width, height);
            case 1 -> Colours.read(bits, width, height);
            case 2 -> new LessGreen(width);
            default -> Palette.read(bits, width);
        };
    }

    /** Red and blue are given by how they differ from what the others make likely. */
    record Colours(int packedWidth, int shift, int across, int[] factors) implements LosslessTransform {

        private static final int FRACTION = 5;

        static Colours read(LosslessBits bits, int width, int height) throws IOException {
            int shift = bits.read(3) + 2;
            int across = squares(width, shift);
            int[] factors = new int[across * squares(height, shift)];
            LosslessPixels.read(
                    bits,
                    across,
                    factors.length / across,
                    false,
                    (y, argb) -> System.arraycopy(argb, 0, factors, y * across, across));
            return new Colours(width, shift, across, factors);
        }

        @Override
        public void undo(int y, int[] argb) {
            for (int x = 0; x < packedWidth; x++) {
                int factor = factors[(y >> shift) * across + (x >> shift)];
                int green = argb[x] >> 8;
                int red = (argb[x] >> 16) + part(factor, green);
                int blue = argb[x] + part(factor >> 8, green) + part(factor >> 16, red);
                argb[x] = argb[x] & 0xff00ff00 | (red & 0xff) << 16 | blue & 0xff;
            }
        }

        private static int part(int factor, int colour) {
            return (byte) factor * (byte) colour >> FRACTION;
        }
    }

    /** Red and blue are given without as much as there is of green. */
    record LessGreen(int packedWidth) implements LosslessTransform {

        @Override
        public void undo(int y, int[] argb) {
            for (int x = 0; x < packedWidth; x++) {
                int green = argb[x] >> 8 & 0xff;
                argb[x] = argb[x] & 0xff00ff00 | (argb[x] & 0xff00ff) + (green << 16 | green) & 0xff00ff;
            }
        }
    }

    /** Colours are given by their places in a list, several in one pixel if the list is short. */
    record Palette(int width, int shift, int[] colours) implements LosslessTransform {

        static Palette read(LosslessBits bits, int width) throws IOException {
            int count = bits.read(8) + 1;
            int[] colours = new int[256];
            LosslessPixels.read(bits, count, 1, false, (y, argb) -> System.arraycopy(argb, 0, colours, 0, count));
            for (int i = 1; i < count; i++) {
                colours[i] = LosslessPrediction.sum(colours[i], colours[i - 1]);
            }
            int shift = count > 16 ? 0 : count > 4 ? 1 : count > 2 ? 2 : 3;
            return new Palette(width, shift, colours);
        }

        @Override
        public int packedWidth() {
            return squares(width, shift);
        }

        /** From the right, so that nothing is overwritten that is still to be read. */
        @Override
        public void undo(int y, int[] argb) {
            int bits = Byte.SIZE >> shift;
            for (int x = width - 1; x >= 0; x--) {
                int packed = argb[x >> shift] >> 8 & 0xff;
                argb[x] = colours[packed >> (x & (1 << shift) - 1) * bits & (1 << bits) - 1];
            }
        }
    }
}
