package dev.fieldservice.platform.pictures;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The prefix codes of a picture (RFC 9649, 6.2.2): the same everywhere, or others for each of its squares.
 *
 * @param shift of a row and a column, to that of its square; of no meaning where {@code which} is empty
 * @param across squares of a row
 * @param which of the groups each square has
 */
record LosslessCodes(int shift, int across, char[] which, List<Group> groups) {

    static final int LITERALS = 256;
    static final int LENGTHS = 24;
    private static final int DISTANCES = 40;

    /** Encoders make some thousand groups at most, of some hundred symbols each. */
    private static final int MOST_SYMBOLS = 4_000_000;

    private static final int OF_A_GROUP = 250;

    record Group(LosslessCode green, LosslessCode red, LosslessCode blue, LosslessCode alpha, LosslessCode distance) {

        static Group read(LosslessBits bits, int cached) throws IOException {
            return new Group(
                    LosslessCode.read(bits, LITERALS + LENGTHS + cached),
                    LosslessCode.read(bits, LITERALS),
                    LosslessCode.read(bits, LITERALS),
                    LosslessCode.read(bits, LITERALS),
                    LosslessCode.read(bits, DISTANCES));
        }

        int size() {
            return green.size() + red.size() + blue.size() + alpha.size() + distance.size();
        }
    }

    /** @param cached how many colours can be referred to */
    static LosslessCodes read(LosslessBits bits, int width, int height, int cached, boolean isOutermost)
            throws IOException {
        if (!isOutermost || bits.read(1) == 0) {
            return new LosslessCodes(0, 0, new char[0], List.of(Group.read(bits, cached)));
        }
        int shift = bits.read(3) + 2;
        int across = LosslessTransform.squares(width, shift);
        char[] which = new char[across * LosslessTransform.squares(height, shift)];
        LosslessPixels.read(bits, across, which.length / across, false, (y, argb) -> {
            for (int x = 0; x < across; x++) {
                which[y * across + x] = (char) (argb[x] >>> Byte.SIZE);
            }
        });
        return new LosslessCodes(shift, across, which, groups(bits, which, cached));
    }

    private static List<Group> groups(LosslessBits bits, char[] which, int cached) throws IOException {
        int last = 0;
        for (char one : which) {
            last = Math.max(last, one);
        }
        List<Group> groups = new ArrayList<>();
        long symbols = 0;
        while (groups.size() <= last) {
            Group group = Group.read(bits, cached);
            symbols += group.size() + OF_A_GROUP;
            if (symbols > MOST_SYMBOLS) {
                throw UnfitPicture.unreadable("The image has more codes than any picture needs.");
            }
            groups.add(group);
        }
        return groups;
    }

    Group at(int x, int y) {
        return groups.get(which.length == 0 ? 0 : which[(y >> shift) * across + (x >> shift)]);
    }
}
