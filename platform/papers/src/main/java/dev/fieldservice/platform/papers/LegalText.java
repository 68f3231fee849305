package dev.fieldservice.platform.papers;

/** Text as XML 1.0 may hold it, which has no place for some characters that a text may have. */
public final class LegalText {

    private static final int REPLACEMENT = 0xFFFD;

    private LegalText() {}

    /** With a replacement character in the place of each that cannot stand there. */
    public static String of(String text) {
        return text.codePoints()
                .map(c -> isLegal(c) ? c : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000 && c <= 0x10FFFF;
    }
}
