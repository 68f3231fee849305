package dev.fieldservice.platform.pictures;

import java.io.IOException;
import java.io.InputStream;

/**
 * The pixels of a JPEG up to its end, as they are decoded: what follows the end is not given out, and an end that never comes is
 * noticed, which the decoder makes up for in silence.
 */
final class JpegBody extends InputStream {

    /** A picture in as many passes takes the decoder as many times as long; cameras and programs make ten at most. */
    private static final int MOST_SCANS = 40;

    private enum At {
        PIXELS,
        MARKER,
        FIRST_OF_LENGTH,
        LENGTH,
        SEGMENT,
        END
    }

    private final InputStream sent;
    private At at = At.PIXELS;
    private int scans = 1;
    private int length;

    JpegBody(InputStream sent) {
        this.sent = sent;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int most) throws IOException {
        if (at == At.END) {
            return -1;
        }
        int read = sent.read(to, offset, most);
        for (int i = 0; i < read; i++) {
            follow(to[offset + i] & 0xff);
            if (at == At.END) {
                return i + 1;
            }
        }
        return read;
    }

    /** Reads on to the end, which has to be there. */
    void requireEnd() throws IOException {
        byte[] piece = new byte[8192];
        int read = 0;
        while (read >= 0) {
            read = read(piece, 0, piece.length);
        }
        if (at != At.END) {
            throw UnfitPicture.unreadable("The image ends too early.");
        }
    }

    private void follow(int one) throws IOException {
        switch (at) {
            case PIXELS -> at = one == 0xff ? At.MARKER : At.PIXELS;
            case MARKER -> marker(one);
            case FIRST_OF_LENGTH -> {
                length = one << 8;
                at = At.LENGTH;
            }
            case LENGTH -> {
                length = (length | one) - 2;
                at = length > 0 ? At.SEGMENT : At.PIXELS;
            }
            case SEGMENT -> {
                length--;
                at = length > 0 ? At.SEGMENT : At.PIXELS;
            }
            case END -> {}
        }
    }

    private void marker(int one) throws IOException {
        boolean isRestart = one >= 0xd0 && one <= 0xd7;
        if (one == 0xff) {
            return;
        }
        if (one == 0 || isRestart) {
            at = At.PIXELS;
        } else if (one == 0xd9) {
            at = At.END;
        } else {
            at = At.FIRST_OF_LENGTH;
            scans += one == 0xda ? 1 : 0;
            if (scans > MOST_SCANS) {
                throw UnfitPicture.unreadable("The image comes in more passes than any picture needs.");
            }
        }
    }
}
