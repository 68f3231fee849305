package dev.fieldservice.platform.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** No more than the given number of bytes of a stream. */
final class Part extends FilterInputStream {

    private long left;

    Part(InputStream whole, long length) {
        super(whole);
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = in.read(into, offset, (int) Math.min(most, left));
        left -= Math.max(read, 0);
        return read;
    }

    @Override
    public long skip(long most) throws IOException {
        long skipped = in.skip(Math.min(most, left));
        left -= skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
