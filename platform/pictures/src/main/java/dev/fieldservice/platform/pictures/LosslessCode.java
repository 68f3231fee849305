package dev.fieldservice.platform.pictures;

import java.io.EOFException;
import java.io.IOException;

/** A prefix code (RFC 9649, 6.2): its symbols by the length of what stands for them, and by themselves. */
final class LosslessCode {

    private static final int LONGEST = 15;
    private static final int[] ORDER = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    private static final int FIRST_LENGTH = 8;
    private static final int AGAIN = 16;
    private static final int NONE = 17;

    private final short[] symbols;
    private final short[] ofLength = new short[LONGEST + 1];

    private LosslessCode(byte[] lengths) throws UnfitPicture {
        int count = 0;
        for (byte length : lengths) {
            ofLength[length]++;
            count += length > 0 ? 1 : 0;
        }
        ofLength[0] = 0;
        symbols = new short[count];
        requireComplete();
        int[] next = new int[LONGEST + 1];
        for (int length = 1; length <= LONGEST; length++) {
            next[length] = next[length - 1] + ofLength[length - 1];
        }
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            if (lengths[symbol] > 0) {
                symbols[next[lengths[symbol]]++] = (short) symbol;
            }
        }
    }

    private void requireComplete() throws UnfitPicture {
        int left = 1;
        for (int length = 1; length <= LONGEST; length++) {
            left = 2 * left - ofLength[length];
            if (left < 0) {
                throw damaged();
            }
        }
        if (symbols.length == 0 || symbols.length > 1 && left > 0) {
            throw damaged();
        }
    }

    /** @param alphabet how many symbols there can be */
    static LosslessCode read(LosslessBits bits, int alphabet) throws IOException {
        boolean isSimple = bits.read(1) == 1;
        return new LosslessCode(isSimple ? oneOrTwo(bits, alphabet) : many(bits, alphabet));
    }

    private static byte[] oneOrTwo(LosslessBits bits, int alphabet) throws IOException {
        byte[] lengths = new byte[Math.max(alphabet, 1 << Byte.SIZE)];
        boolean areTwo = bits.read(1) == 1;
        int first = bits.read(bits.read(1) == 1 ? Byte.SIZE : 1);
        lengths[first] = 1;
        if (areTwo) {
            lengths[bits.read(Byte.SIZE)] = 1;
        }
        for (int beyond = alphabet; beyond < lengths.length; beyond++) {
            if (lengths[beyond] > 0) {
                throw damaged();
            }
        }
        return lengths;
    }

    private static byte[] many(LosslessBits bits, int alphabet) throws IOException {
        byte[] ofLengths = new byte[ORDER.length];
        int given = bits.read(4) + 4;
        for (int i = 0; i < given; i++) {
            ofLengths[ORDER[i]] = (byte) bits.read(3);
        }
        var code = new LosslessCode(ofLengths);
        int codes = bits.read(1) == 0 ? alphabet : 2 + bits.read(2 + 2 * bits.read(3));
        byte[] lengths = new byte[alphabet];
        byte last = FIRST_LENGTH;
        int symbol = 0;
        for (; symbol < alphabet && codes > 0; codes--) {
            int length = code.next(bits);
            int times = length < AGAIN ? 1 : times(bits, length);
            if (times > alphabet - symbol) {
                throw damaged();
            }
            byte each = length < AGAIN ? (byte) length : length == AGAIN ? last : 0;
            for (int end = symbol + times; symbol < end; symbol++) {
                lengths[symbol] = each;
            }
            last = each > 0 ? each : last;
        }
        return lengths;
    }

    private static int times(LosslessBits bits, int length) throws EOFException {
        return switch (length) {
            case AGAIN -> 3 + bits.read(2);
            case NONE -> 3 + bits.read(3);
            default -> 11 + bits.read(7);
        };
    }

    int size() {
        return symbols.length;
    }

    /** A symbol that is the only one takes no bits. */
    int next(LosslessBits bits) throws IOException {
        if (symbols.length == 1) {
            return symbols[0];
        }
        long ahead = bits.peek();
        int code = 0;
        int first = 0;
        int index = 0;
        for (int length = 1; length <= LONGEST; length++) {
            code |= (int) ahead & 1;
            ahead >>>= 1;
            int count = ofLength[length];
            if (code - first < count) {
                bits.skip(length);
                return symbols[index + code - first];
            }
            index += count;
            first = first + count << 1;
            code <<= 1;
        }
        throw damaged();
    }

    private static UnfitPicture damaged() {
        return UnfitPicture.unreadable("The pixels of the image are damaged.");
    }
}
