package dev.fieldservice.contracts.codes;

import java.util.Locale;
import java.util.Optional;
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

    private static final String GREECE = "EL";

    /** Where a number without a country is no VAT identifier: its owner is not registered, or a person. */
    private static final String HOME = "RO";

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
        if (!hasCountry(compact)) {
            return WITHOUT.matcher(compact).matches();
        }
        String country = compact.substring(0, 2);
        return (COUNTRIES.contains(country) || BESIDES.contains(country))
                && VatFormat.fits(country, compact.substring(2));
    }

    /**
     * The same for somebody in a country, who may leave it out: it is then a number of that country, as far as its form is known. In
     * Romania a person's number is one too, and either says that its owner is not registered for VAT.
     */
    public static boolean canExist(String id, String country) {
        String compact = compact(id);
        return canExist(compact)
                && (hasCountry(compact)
                        || !VatFormat.isKnown(country)
                        || VatFormat.fits(country, compact)
                        || HOME.equals(country) && RomanianPerson.fits(compact));
    }

    /** A VAT identifier: with its country and in its form. A number without a country may be anything, such as a person's. */
    public static boolean isVatId(String id) {
        return id != null && hasCountry(compact(id)) && canExist(id);
    }

    /** ISO code of the country that it begins with; empty without one. */
    public static Optional<String> country(String id) {
        return Optional.ofNullable(compact(id))
                .filter(TaxIds::hasCountry)
                .map(compact -> compact.substring(0, 2))
                .map(prefix -> prefix.equals(GREECE) ? "GR" : prefix);
    }

    /**
     * As it is kept of somebody in a country: compact, and beginning with the country where it was left out and the country is of the
     * Union. Not Romania, where leaving it out says something. Null stays null.
     */
    public static String withCountry(String id, String country) {
        return lacksCountry(id, country) ? (country.equals("GR") ? GREECE : country) + compact(id) : compact(id);
    }

    /** True where it would have to begin with its country, and does not: it would pass for a number of Romania. */
    public static boolean lacksCountry(String id, String country) {
        return id != null && !hasCountry(compact(id)) && !HOME.equals(country) && VatFormat.isKnown(country);
    }

    private static boolean hasCountry(String compact) {
        return WITH_COUNTRY.matcher(compact).matches();
    }
}
