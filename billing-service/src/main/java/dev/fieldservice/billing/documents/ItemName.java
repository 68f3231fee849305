package dev.fieldservice.billing.documents;

/**
 * A line's text as CIUS-RO takes it: up to 100 characters are the name (BT-153), what goes beyond is its description (BT-154).
 *
 * @param more empty if all is said by the name
 */
record ItemName(String name, String more) {

    private static final int LONGEST = 100;

    /** Cut between words where there are any. */
    static ItemName of(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return new ItemName(text, "");
        }
        int end = text.offsetByCodePoints(0, LONGEST);
        int blank = text.lastIndexOf(' ', end);
        int cut = blank > 0 ? blank : end;
        return new ItemName(text.substring(0, cut), text.substring(cut).strip());
    }
}
