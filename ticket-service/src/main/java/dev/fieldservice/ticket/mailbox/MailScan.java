package dev.fieldservice.ticket.mailbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What reading a mail would take, counted before it is read: the library makes objects of each part and of each line of a head, however
 * short it is, and holds a line before the first part whole, however long. Lines end here where they end for the library.
 */
final class MailScan {

    private static final Pattern NEXT_HEADER = Pattern.compile("\n(?![ \t])");
    private static final int MOST_PARTS = 5_000;
    private static final int MOST_OF_HEADS = 1 << 19;
    private static final int LONGEST_LINE = 1 << 20;
    private static final int PIECE = 1 << 16;

    private final Boundaries boundaries = new Boundaries();
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final byte[] beginning = new byte[Boundaries.LONGEST_LINE];
    private boolean isInHead = true;
    private boolean isHeadEnclosed;
    private boolean hasLetters;
    private boolean isReturnRepeated;
    private int parts;
    private long ownHead;
    private long heads;
    private int line;
    private int lineWithoutBlanks;
    private int longestLine;
    private int last;

    private MailScan() {}

    /** Of a whole mail, or of as much of it as shows that it is too much. */
    static MailScan of(InputStream mail) throws IOException {
        MailScan scan = new MailScan();
        byte[] piece = new byte[PIECE];
        for (int read = mail.read(piece); read >= 0 && scan.isBearable(); read = mail.read(piece)) {
            for (int at = 0; at < read; at++) {
                scan.take(piece[at]);
            }
        }
        return scan;
    }

    /** How long the head of a mail is that is enclosed in another; more than so many bytes are not read. */
    static long headOf(InputStream mail, long most) throws IOException {
        MailScan scan = new MailScan();
        for (int next = mail.read(); next >= 0 && scan.ownHead == 0 && scan.heads <= most; next = mail.read()) {
            scan.take(next);
        }
        return scan.ownHead == 0 ? scan.heads : scan.ownHead;
    }

    /** Whether its own headers end where they can be expected to. */
    boolean hasHead() {
        return hasLetters && (ownHead == 0 ? heads : ownHead) <= MOST_OF_HEADS;
    }

    boolean isBearable() {
        return heads <= MOST_OF_HEADS && parts <= MOST_PARTS && longestLine <= LONGEST_LINE;
    }

    private void take(int next) {
        if (isReturnRepeated && next != '\n') {
            endLine();
        }
        isReturnRepeated = next == '\r' && last == '\r'; // before a line feed it is of the same line end
        if (isInHead && !isHeadEnclosed) {
            heads++;
        }
        if (next != '\n' && next != '\r') {
            takeLetter(next);
        } else if (last != '\r') {
            endLine();
        }
        last = next;
    }

    private void takeLetter(int next) {
        if (line < beginning.length) {
            beginning[line] = (byte) next;
        }
        line++;
        if (next != ' ' && next != '\t') {
            hasLetters = true;
            lineWithoutBlanks = line;
        }
        if (boundaries.isReadByLine()) {
            longestLine = Math.max(longestLine, line);
        }
        keep(next);
    }

    private void endLine() {
        if (isInHead && line == 0) {
            endHead();
        } else if (hasDashes() && boundaries.isMetIn(lineBeginning(), isInHead)) {
            beginHead(false);
        } else {
            keep('\n');
        }
        line = 0;
        lineWithoutBlanks = 0;
    }

    private boolean hasDashes() {
        return lineWithoutBlanks >= 2 && beginning[0] == '-' && beginning[1] == '-';
    }

    private String lineBeginning() {
        return new String(beginning, 0, Math.min(lineWithoutBlanks, beginning.length), StandardCharsets.ISO_8859_1);
    }

    private void keep(int next) {
        if (isInHead && head.size() <= MOST_OF_HEADS) {
            head.write(next);
        }
    }

    private void beginHead(boolean isEnclosed) {
        parts++;
        isInHead = true;
        isHeadEnclosed = isEnclosed;
        head.reset();
    }

    /** Behind the head of a part that is a mail stands that mail's; how long it may be is seen to where it is read. */
    private void endHead() {
        isInHead = false;
        ownHead = ownHead == 0 ? heads : ownHead;
        if (head.size() <= MOST_OF_HEADS) {
            String contentType = contentType();
            boundaries.announce(contentType);
            if (MailParts.type(contentType).equals("message/rfc822")) {
                beginHead(true);
            }
        }
        head.reset();
    }

    /** As the library finds it, which looks for its streams anew for each head and so takes too long. */
    private String contentType() {
        return NEXT_HEADER
                .splitAsStream(head.toString(StandardCharsets.UTF_8))
                .filter(header -> header.substring(0, Math.max(0, header.indexOf(':')))
                        .trim()
                        .equalsIgnoreCase("Content-Type"))
                .findFirst()
                .map(header -> header.substring(header.indexOf(':') + 1).replace("\n", "\r\n"))
                .orElse("text/plain");
    }
}
