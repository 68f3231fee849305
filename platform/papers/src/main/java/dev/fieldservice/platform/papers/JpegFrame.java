package dev.fieldservice.platform.papers;

import java.util.Optional;

/**
 * What the frame header of a JPEG says (ITU T.81, B.2.2) where a PDF can show it as it is: grey or in three colours.
 *
 * @param width in pixels
 * @param height in pixels
 * @param channels 1 or 3
 */
record JpegFrame(int width, int height, int channels) {

    /** Of each channel of a pixel. */
    static final int BITS = 8;

    private static final int START = 0xffd8;
    private static final int FRAME_HEADER = 8;

    /** Nothing for what is no JPEG or another kind of one. */
    static Optional<JpegFrame> of(byte[] file) {
        if (file.length < 2 || word(file, 0) != START) {
            return Optional.empty();
        }
        int at = 2;
        while (at + 2 + FRAME_HEADER <= file.length && octet(file, at) == 0xff) {
            int marker = octet(file, at + 1);
            if (isFrame(marker)) {
                return of(file, at + 4);
            }
            at += 2 + word(file, at + 2);
        }
        return Optional.empty();
    }

    private static Optional<JpegFrame> of(byte[] file, int at) {
        JpegFrame frame = new JpegFrame(word(file, at + 3), word(file, at + 1), octet(file, at + 5));
        boolean isShown = octet(file, at) == BITS && (frame.channels == 1 || frame.channels == 3);
        return isShown ? Optional.of(frame) : Optional.empty();
    }

    /** SOF0 to SOF15: all of C0 to CF but tables (C4, CC) and what is reserved (C8). */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static int word(byte[] file, int at) {
        return octet(file, at) << 8 | octet(file, at + 1);
    }

    private static int octet(byte[] file, int at) {
        return Byte.toUnsignedInt(file[at]);
    }
}
