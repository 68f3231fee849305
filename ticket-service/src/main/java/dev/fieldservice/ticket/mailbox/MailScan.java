package dev.fieldservice.ticket.mailbox;

import java.io.IOException;
import java.io.InputStream;

/**
 * What reading a mail would take, counted before it is read: the library makes objects of each line that may begin a part and of each
 * line of a head, however short it is, and holds a line whole, however long.
 */
final class MailScan {

    private static final int MOST_BOUNDARIES = 5_000;
    private static final int MOST_OF_HEADS = 1 << 19;
    private static final int LONGEST_LINE = 1 << 20;
    private static final int PIECE = 1 << 16;

    private boolean isInHead = true;
    private boolean hasLetters;
    private int boundaries;
    private long ownHead;
    private long heads;
    private long line;
    private long longestLine;
    private int last;

    private MailScan() {}

    /** Of a whole mail. */
    static MailScan of(InputStream mail) throws IOException {
        MailScan scan = new MailScan();
        byte[] piece = new byte[PIECE];
        for (int read = mail.read(piece); read >= 0; read = mail.read(piece)) {
            for (int at = 0; at < read; at++) {
                scan.take(piece[at]);
            }
        }
        return scan;
    }

    /** How long the head of a mail is that is enclosed in another; more than so many bytes are not read. */
    static long headOf(InputStream mail, long most) throws IOException {
        MailScan scan = new MailScan();
        for (int next = mail.read(); next >= 0 && scan.isInHead && scan.heads <= most; next = mail.read()) {
            scan.take(next);
        }
        return scan.heads;
    }

    /** Whether its own headers end where they can be expected to. */
    boolean hasHead() {
        return hasLetters && (ownHead == 0 ? heads : ownHead) <= MOST_OF_HEADS;
    }

    boolean isBearable() {
        return heads <= MOST_OF_HEADS && boundaries <= MOST_BOUNDARIES && longestLine <= LONGEST_LINE;
    }

    private void take(int next) {
        if (isInHead) {
            heads++;
        }
        if (next == '\n' || next == '\r') {
            if (next == '\r' || last != '\r') {
                endLine();
            }
        } else {
            line++;
            longestLine = Math.max(longestLine, line);
            hasLetters |= next != ' ' && next != '\t';
            if (line == 2 && next == '-' && last == '-') {
                boundaries++;
                isInHead = true;
            }
        }
        last = next;
    }

    private void endLine() {
        if (line == 0 && isInHead) {
            isInHead = false;
            ownHead = ownHead == 0 ? heads : ownHead;
        }
        line = 0;
    }
}
