package dev.fieldservice.ticket.mailbox;

import dev.fieldservice.platform.text.MalformedText;
import dev.fieldservice.platform.text.TakenText;
import java.util.regex.Pattern;

/** Whatever a mail says, as text that this API, the database, events and papers take: what they would refuse is left out. */
public final class SafeText {

    private static final int MOST_MARKS = 30;
    private static final String CUT = "…";
    private static final Pattern NOT_PLAIN = Pattern.compile("[^\\n\\t\\x20-\\x7E]");
    private static final Pattern BLANK_LINES = Pattern.compile("\\n{3,}");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");

    private SafeText() {}

    /** On one line, in at most so many characters; empty if there is nothing to see. */
    public static String line(String raw, int most) {
        return cut(taken(BLANKS.matcher(raw).replaceAll(" ")), most);
    }

    /** The same in several lines. */
    public static String lines(String raw, int most) {
        String unified = raw.replace("\r\n", "\n").replace('\r', '\n');
        return cut(taken(BLANK_LINES.matcher(taken(unified)).replaceAll("\n\n")), most);
    }

    /** Whether {@link #lines} would have to cut it. */
    public static boolean isLongerThan(String text, int most) {
        return TakenText.length(text) > most;
    }

    private static String taken(String raw) {
        String clean = cleaned(raw);
        try {
            return TakenText.of(clean);
        } catch (MalformedText unforeseen) {
            return NOT_PLAIN.matcher(clean).replaceAll("").strip();
        }
    }

    private static String cleaned(String raw) {
        StringBuilder clean = new StringBuilder(raw.length());
        int marks = MOST_MARKS; // a text cannot begin with one
        for (int at = 0; at < raw.length(); at += Character.charCount(raw.codePointAt(at))) {
            int c = raw.codePointAt(at);
            marks = isMark(c) ? marks + 1 : Character.isWhitespace(c) && clean.isEmpty() ? marks : 0;
            if (marks <= MOST_MARKS && isTaken(c)) {
                clean.appendCodePoint(c);
            }
        }
        return clean.toString();
    }

    private static boolean isTaken(int c) {
        return switch (Character.getType(c)) {
            case Character.SURROGATE, Character.PRIVATE_USE -> false;
            case Character.CONTROL -> c == '\n' || c == '\t';
            default -> (c & 0xFFFE) != 0xFFFE && (c < 0xFDD0 || c > 0xFDEF);
        };
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static String cut(String text, int most) {
        return isLongerThan(text, most)
                ? text.substring(0, text.offsetByCodePoints(0, most - 1)).strip() + CUT
                : text;
    }
}
