package dev.fieldservice.platform.documents;

import dev.fieldservice.platform.problems.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A PDF is kept as it was sent: it is held to have a beginning and an end, and is never opened here. */
final class Pdf {

    private static final int PIECE = 8192;

    /** Where a reader looks for the end (ISO 32000-1, annex H.3). */
    private static final int TAIL = 1024;

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
        if (!hasVersion || !tail.contains("startxref") || !tail.contains("%%EOF")) {
            throw new Refusal.RuleViolated("file-damaged", "The document is damaged, or ends too early.").refused();
        }
    }
}
