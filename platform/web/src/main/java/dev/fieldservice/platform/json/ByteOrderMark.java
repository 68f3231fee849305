package dev.fieldservice.platform.json;

import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.io.InputDecorator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;

/** Passes over the mark that some programs put before UTF-8: a parser may ignore it (RFC 8259, section 8.1). */
final class ByteOrderMark extends InputDecorator {

    private static final long serialVersionUID = 1L;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    @Override
    public InputStream decorate(IOContext context, InputStream in) throws IOException {
        PushbackInputStream body = new PushbackInputStream(in, MARK.length);
        byte[] start = body.readNBytes(MARK.length);
        if (!isMarked(start, 0, start.length)) {
            body.unread(start);
        }
        return body;
    }

    /** Null, as Jackson has it, if it may read the bytes itself. */
    @Override
    public InputStream decorate(IOContext context, byte[] source, int offset, int length) {
        return isMarked(source, offset, length)
                ? new ByteArrayInputStream(source, offset + MARK.length, length - MARK.length)
                : null;
    }

    @Override
    public Reader decorate(IOContext context, Reader reader) {
        return reader;
    }

    private static boolean isMarked(byte[] bytes, int offset, int length) {
        return length >= MARK.length
                && bytes[offset] == MARK[0]
                && bytes[offset + 1] == MARK[1]
                && bytes[offset + 2] == MARK[2];
    }
}
