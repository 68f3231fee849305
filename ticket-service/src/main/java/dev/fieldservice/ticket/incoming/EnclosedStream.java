package dev.fieldservice.ticket.incoming;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import dev.fieldservice.ticket.mailbox.ReadMail.Content;
import java.io.IOException;
import java.io.InputStream;

/** A file out of a mail: that it cannot be decoded, or is too large, is its own fault, and not that of the file store. */
final class EnclosedStream extends InputStream {

    static final long MOST = 15 << 20;

    private final InputStream content;
    private long read;

    EnclosedStream(Content content) {
        try {
            this.content = content.open();
        } catch (IOException broken) {
            throw damaged();
        }
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
        int got;
        try {
            got = content.read(to, offset, length);
        } catch (IOException | RuntimeException broken) {
            throw damaged();
        }
        read += Math.max(0, got);
        if (read > MOST) {
            throw new Refusal.PayloadTooLarge(MOST).refused();
        }
        return got;
    }

    private static Refused damaged() {
        return new Refusal.RuleViolated("file-damaged", "It cannot be decoded.").refused();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
