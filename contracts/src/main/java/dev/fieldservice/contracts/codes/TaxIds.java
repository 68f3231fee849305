package dev.fieldservice.contracts.codes;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Identifiers for tax. A VAT identifier begins with its country and has the form of that country (EU: directive 2006/112/EC,
 * article 215, as VIES takes it) and the right check digit. Without a country it
 * is what the country of the address says.
 */
public final class TaxIds {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u00A0./-]+");
    private static final Pattern WITH_COUNTRY = Pattern.compile("[A-Z]{2}(?=.*[0-9])[0-9A-Z+*]{1,30}");
    private static final Pattern WITHOUT = Pattern.compile("(?=.*[1-9])[0-9A-Z]{2,32}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** The directive calls Greece EL; Northern Ireland has XI, and the one-stop shop EU, though neither is a country. */
    private static final Set<String> BESIDES = Set.of("EL", "XI", "EU");

    private TaxIds() {}

    /** Without blanks, dots and dashes, in capitals: as registers keep it. Null stays null. */
    public static String compact(String id) {
        return id == null ? null : SEPARATORS.matcher(id).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** What is left without the country: by this it is found, with and without it. Null stays null. */
    public static String number(String id) {
        return id == null ? null : compact(id).replaceFirst("^[A-Z]{2}(?=.*[0-9])", "");
    }

    /** Whether it has a right form by itself. */
    public static boolean canExist(String id) {
        String compact = compact(id);
        if (!WITH_COUNTRY.matcher(compact).matches()) {
            return WITHOUT.matcher(compact).matches();
        }
        String country = compact.substring(0, 2);
        return (COUNTRIES.contains(country) || BESIDES.contains(country))
                && VatFormat.fits(country, compact.substring(2));
    }

    /** The same for somebody in a country, who may leave it out: digits alone are then the number of that country. */
    public static boolean canExist(String id, String country) {
        String compact = compact(id);
        boolean bare = !WITH_COUNTRY.matcher(compact).matches();
        return canExist(compact)
                && (!bare || !"RO".equals(country) || VatFormat.fits(country, compact) || RomanianPerson.fits(compact));
    }
}
