package dev.fieldservice.ticket.company;

import java.util.IllformedLocaleException;
import java.util.Locale;

/** Languages in which people are written to. */
public final class Languages {

    /** What a tag of BCP 47 looks like. */
    public static final String TAG = "^[A-Za-z0-9]{2,8}(-[A-Za-z0-9]{1,8})*$";

    /** What is said of a tag that is none. */
    public static final String EXPECTED = "A language tag of BCP 47 is expected, such as ro.";

    private Languages() {}

    /** Only languages that the runtime knows by name: a typing error would turn up in a customer's mail. */
    public static boolean isOne(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            return !locale.getDisplayLanguage(Locale.ENGLISH).equals(locale.getLanguage());
        } catch (IllformedLocaleException malformed) {
            return false;
        }
    }
}
