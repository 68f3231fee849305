package dev.fieldservice.workorder.photos;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Remembers that the store failed to give it: a decoder calls that a picture that cannot be decoded. */
final class StoredPicture extends FilterInputStream {

    private RuntimeException failure;

    StoredPicture(InputStream content) {
        super(content);
    }

    /** To be asked when whoever reads it has ended, well or not. */
    void requireGiven() {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (IOException broken) {
            failure = new UncheckedIOException(broken);
            throw broken;
        } catch (RuntimeException broken) {
            failure = broken;
            throw broken;
        }
    }
}
