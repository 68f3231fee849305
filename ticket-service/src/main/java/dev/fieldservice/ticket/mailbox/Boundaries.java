package dev.fieldservice.ticket.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines between the parts of a mail, as the heads announce them (RFC 2046, 5.1.1): those of an outer part end the inner ones.
 * Where it is not certain which the library takes, each line that begins with two dashes is one.
 */
final class Boundaries {

    /** Of those that are known; the standard allows 74 letters. */
    static final int LONGEST_LINE = 1000;

    private final List<String> open = new ArrayList<>();
    private boolean isAnyLine;
    private boolean isBeforeFirstPart;

    void announce(String contentType) {
        if (!isAnyLine && MailParts.type(contentType).startsWith("multipart/")) {
            String boundary = boundary(contentType);
            isBeforeFirstPart = true;
            isAnyLine = boundary == null || open.size() == MailParts.MOST_DEPTH || !isPlain(boundary);
            open.add("--" + boundary);
        }
    }

    /** Whether a part begins with this line, which itself begins with two dashes. */
    boolean isMetIn(String line, boolean isInHead) {
        for (int i = 0; i < open.size() && !isAnyLine; i++) {
            boolean isBetween = line.equals(open.get(i));
            if (isBetween || line.equals(open.get(i) + "--")) {
                open.subList(isBetween ? i + 1 : i, open.size()).clear();
                isBeforeFirstPart = false;
                isAnyLine = isInHead; // an outer part ends there, an inner one goes on
                return isBetween || isInHead;
            }
        }
        return isAnyLine;
    }

    /** Elsewhere the library passes over what it does not look for. */
    boolean isReadByLine() {
        return isBeforeFirstPart || isAnyLine;
    }

    private static boolean isPlain(String boundary) {
        return boundary.length() < LONGEST_LINE - 4
                && StandardCharsets.US_ASCII.newEncoder().canEncode(boundary);
    }

    private static String boundary(String contentType) {
        try {
            return new ContentType(contentType).getParameter("boundary");
        } catch (MessagingException | RuntimeException broken) {
            return null;
        }
    }
}
