package dev.fieldservice.platform.pictures;

import java.io.EOFException;

/** The bits of lossless pixels, the least significant of a byte first. */
final class LosslessBits {

    private static final int FULL = Long.SIZE - Byte.SIZE;

    private final byte[] bytes;
    private final int end;
    private int next;
    private long ahead;
    private int bitsAhead;

    LosslessBits(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.next = from;
        this.end = end;
    }

    /** At most 24. */
    int read(int count) throws EOFException {
        int value = (int) peek() & (1 << count) - 1;
        skip(count);
        return value;
    }

    /** What comes next; where there is no more, nought. */
    long peek() {
        while (bitsAhead <= FULL && next < end) {
            ahead |= (bytes[next] & 0xffL) << bitsAhead;
            next++;
            bitsAhead += Byte.SIZE;
        }
        return ahead;
    }

    void skip(int count) throws EOFException {
        if (count > bitsAhead) {
            throw new EOFException();
        }
        ahead >>>= count;
        bitsAhead -= count;
    }
}
