package dev.fieldservice.dispatch.company;

import java.util.List;
import java.util.Locale;

/** The languages in which there are texts for customers. */
public final class WrittenLanguages {

    /** Where nothing else is known. */
    public static final Locale FIRST = Locale.forLanguageTag("ro");

    private static final List<String> ALL = List.of("ro", "en", "de");

    private WrittenLanguages() {}

    /** @param tag of BCP 47 */
    public static boolean include(String tag) {
        return ALL.contains(Locale.forLanguageTag(tag).getLanguage());
    }
}
