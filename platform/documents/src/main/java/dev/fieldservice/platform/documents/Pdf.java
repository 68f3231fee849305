package dev.fieldservice.platform.documents;

import dev.fieldservice.platform.problems.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A PDF is kept as it was sent: it is held to have a beginning, and an end with nothing behind it that another program would read, and
 * is never opened here.
 */
final class Pdf {

    private static final int PIECE = 8192;

    /** Where a reader looks for the end (ISO 32000-1, annex H.3). */
    private static final int TAIL = 1024;

    /** With the white space of ISO 32000-1, table 1. */
    private static final Pattern END = Pattern.compile("startxref[\\x00\\s]+\\d{1,20}[\\x00\\s]+%%EOF[\\x00\\s]*\\z");

    private Pdf() {}

    static void copy(InputStream sent, OutputStream kept) throws IOException {
        byte[] piece = new byte[PIECE];
        String tail = "";
        int read = sent.readNBytes(piece, 0, PIECE);
        boolean hasVersion = new String(piece, 0, read, StandardCharsets.ISO_8859_1).matches("(?s)%PDF-[12]\\.\\d.*");
        while (read > 0) {
            kept.write(piece, 0, read);
            var more = new ByteArrayOutputStream();
            more.writeBytes(tail.getBytes(StandardCharsets.ISO_8859_1));
            more.write(piece, 0, read);
            String end = more.toString(StandardCharsets.ISO_8859_1);
            tail = end.substring(Math.max(0, end.length() - TAIL));
            read = sent.readNBytes(piece, 0, PIECE);
        }
        if (!hasVersion || !END.matcher(tail).find()) {
            throw new Refusal.RuleViolated("file-damaged", "The document is damaged, or ends too early.").refused();
        }
    }
}
