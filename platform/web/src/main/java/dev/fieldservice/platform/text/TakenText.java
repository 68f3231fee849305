package dev.fieldservice.platform.text;

import java.text.Normalizer;
import java.util.function.IntPredicate;

/**
 * Unicode text as this API takes it from outside, in bodies and queries alike: well-formed, composed (NFC), without blanks around
 * it and without signs that nobody can see, but for the joiners that scripts and emoji are written with. What looks the same is
 * then the same, and what nobody can see counts as nothing.
 */
public final class TakenText {

    /** As many as Unicode calls safe (UAX #15, Stream-Safe Text Format). */
    private static final int MOST_MARKS = 30;

    private static final String REPLACEMENT = "\uFFFD";

    private TakenText() {}

    /**
     * The text as it is stored; empty if there is nothing to see in it.
     *
     * @throws MalformedText when it is not well-formed Unicode, has a character that PostgreSQL or XML cannot hold or that means
     *     nothing to others, or begins with an accent that no letter carries
     */
    public static String of(String raw) {
        requireWellFormed(raw);
        String seen = Unseen.removed(raw);
        requireFewMarks(seen);
        String composed = Normalizer.isNormalized(seen, Normalizer.Form.NFC)
                ? seen
                : Normalizer.normalize(seen, Normalizer.Form.NFC);
        if (composed.codePoints().allMatch(TakenText::isInvisible)) {
            return "";
        }
        String text = trimmed(composed);
        if (isMark(text.codePointAt(0))) {
            throw new MalformedText("A text cannot begin with a mark that belongs on the letter before it.");
        }
        return text;
    }

    /** @throws MalformedText as {@link #of} */
    public static void requireWellFormed(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new MalformedText("The character NUL is not allowed.");
        }
        if (text.codePoints().anyMatch(TakenText::isSurrogate)) {
            throw new MalformedText("Half of a character (a lone surrogate) is not allowed; send well-formed Unicode.");
        }
        if (text.codePoints().anyMatch(TakenText::isNoCharacter)) {
            throw new MalformedText("A code point that is no character in Unicode is not allowed.");
        }
        if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.PRIVATE_USE)) {
            throw new MalformedText(
                    "A character for private use is not allowed: it means something else to everybody.");
        }
    }

    /** Marks in a row are put in order when a text is composed, which takes as long as their number squared. */
    private static void requireFewMarks(String text) {
        int marks = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            marks = isMark(text.codePointAt(at)) ? marks + 1 : 0;
            if (marks > MOST_MARKS) {
                throw new MalformedText("At most " + MOST_MARKS + " marks belong on one letter.");
            }
        }
    }

    /** For telling somebody what they sent: half characters would make the answer unreadable. */
    public static String shown(String text) {
        return text.codePoints()
                .collect(
                        StringBuilder::new,
                        (shown, c) -> {
                            if (isSurrogate(c)) {
                                shown.append(REPLACEMENT);
                            } else {
                                shown.appendCodePoint(c);
                            }
                        },
                        StringBuilder::append)
                .toString();
    }

    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String trimmed(String text) {
        int from = skip(text, 0, text.length(), 1);
        int to = skip(text, text.length(), from, -1);
        return text.substring(from, to);
    }

    private static int skip(String text, int from, int to, int step) {
        IntPredicate goesOn = at -> step > 0 ? at < to : at > to;
        int at = from;
        while (goesOn.test(at) && isBlank(text.charAt(step > 0 ? at : at - 1))) {
            at += step;
        }
        return at;
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** What is taken off the ends of a text; other control characters stay, to be refused where they stand. */
    private static boolean isBlank(int c) {
        return Character.isSpaceChar(c) || c == '\t' || c == '\n' || c == '\r';
    }

    /** Blanks, marks for layout, and letters that by their definition have no form. */
    private static boolean isInvisible(int c) {
        return isBlank(c)
                || Character.getType(c) == Character.FORMAT
                || c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || (c >= 0x180B && c <= 0x180F)
                || c == 0x2800
                || c == 0x3164
                || (c >= 0xFE00 && c <= 0xFE0F)
                || c == 0xFFA0
                || (c >= 0xE0000 && c <= 0xE0FFF);
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** Unicode keeps the last two of each plane, and 32 more, for ever free. */
    private static boolean isNoCharacter(int c) {
        return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    }
}
