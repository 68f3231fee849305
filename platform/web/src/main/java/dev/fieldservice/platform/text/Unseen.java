package dev.fieldservice.platform.text;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** The Unicode characters that steer how a text is laid out and cannot be seen themselves. */
final class Unseen {

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int EMOJI_STYLE = 0xFE0F;

    /** Their letters are never joined: a joiner between two of them changes nothing that can be seen. */
    private static final Set<UnicodeScript> UNJOINED =
            Set.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC, UnicodeScript.COMMON);

    private Unseen() {}

    /** Without them, but for joiners that something is written with; separators of lines and paragraphs are line breaks. */
    static String removed(String text) {
        if (text.codePoints().noneMatch(c -> isLayout(c) || isSeparator(c))) {
            return text;
        }
        int[] all = text.codePoints().toArray();
        StringBuilder seen = new StringBuilder(text.length());
        for (int at = 0; at < all.length; at++) {
            int c = all[at];
            if (isSeparator(c)) {
                seen.append('\n');
            } else if (!isLayout(c) || isWrittenWith(all, at)) {
                seen.appendCodePoint(c);
            }
        }
        return seen.toString();
    }

    private static boolean isSeparator(int c) {
        return c == 0x2028 || c == 0x2029;
    }

    /** Not those of general category Cf that have a form, such as the signs that enclose Arabic numbers. */
    private static boolean isLayout(int c) {
        return c == 0x00AD
                || c == 0x061C
                || c == 0x180E
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || c == 0xFEFF
                || (c >= 0xFFF9 && c <= 0xFFFB)
                || (c >= 0x1BCA0 && c <= 0x1BCA3)
                || (c >= 0x1D173 && c <= 0x1D17A)
                || (c >= 0xE0000 && c <= 0xE007F);
    }

    private static boolean isWrittenWith(int[] all, int at) {
        return (all[at] == JOINER || all[at] == NON_JOINER)
                && at > 0
                && at < all.length - 1
                && isJoined(all[at - 1])
                && isJoined(all[at + 1]);
    }

    private static boolean isJoined(int c) {
        boolean isPicture = Character.isExtendedPictographic(c) || Character.isEmojiModifier(c) || c == EMOJI_STYLE;
        return isPicture || (Character.isAlphabetic(c) && !UNJOINED.contains(UnicodeScript.of(c))) || isVirama(c);
    }

    /** The marks that make conjuncts of Indic letters, which joiners follow, are no letters. */
    private static boolean isVirama(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK && !UNJOINED.contains(UnicodeScript.of(c));
    }
}
