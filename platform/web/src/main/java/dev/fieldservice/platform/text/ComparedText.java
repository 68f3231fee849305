package dev.fieldservice.platform.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The key that names and numbers are compared by where two that look alike are one: without case, blanks and whatever cannot be
 * seen. The database's function {@code compared} makes the same key; nothing else compares.
 */
public final class ComparedText {

    private static final Pattern UNSEEN = Pattern.compile(
            "[\\s\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F"
                    + "\\u2800\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF9-\\uFFFB\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}"
                    + "\\x{E0000}-\\x{E0FFF}]",
            Pattern.UNICODE_CHARACTER_CLASS);

    private ComparedText() {}

    public static String key(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return UNSEEN.matcher(lower).replaceAll("");
    }

    /** @param other null for none */
    public static boolean areOne(String one, String other) {
        return other != null && key(one).equals(key(other));
    }
}
