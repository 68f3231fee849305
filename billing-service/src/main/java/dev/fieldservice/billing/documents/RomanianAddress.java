package dev.fieldservice.billing.documents;

import dev.fieldservice.contracts.Address;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What CIUS-RO wants of an address in Bucharest: its sector as the city (BR-RO-100). It stands there already, or is the second
 * digit of the postal code. Counties are codes of ISO 3166-2 (BR-RO-110).
 */
final class RomanianAddress {

    private static final String BUCHAREST = "RO-B";
    private static final Pattern SECTOR = Pattern.compile("(?iu).*\\bsector(?:ul)?\\s*([1-6])\\b.*");
    private static final Pattern POSTAL_CODE = Pattern.compile("0([1-6])\\d{4}");

    private RomanianAddress() {}

    /** As it is of an address elsewhere, or where the sector is not known. */
    static String city(Address address) {
        return isBucharest(address)
                ? sector(address).map(sector -> "SECTOR" + sector).orElse(address.city())
                : address.city();
    }

    /** In capitals, as the list has it; null where none was entered. */
    static String region(Address address) {
        return address.region() == null || !isRomanian(address)
                ? address.region()
                : address.region().toUpperCase(Locale.ROOT);
    }

    private static boolean isRomanian(Address address) {
        return RuleSet.ROMANIA.equals(address.countryCode());
    }

    private static boolean isBucharest(Address address) {
        return isRomanian(address) && BUCHAREST.equals(region(address));
    }

    private static Optional<String> sector(Address address) {
        return matched(SECTOR, address.city())
                .or(() -> Optional.ofNullable(address.postalCode()).flatMap(code -> matched(POSTAL_CODE, code)))
                .or(() -> matched(SECTOR, address.street()));
    }

    private static Optional<String> matched(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
