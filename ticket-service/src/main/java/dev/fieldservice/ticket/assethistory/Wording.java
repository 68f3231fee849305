package dev.fieldservice.ticket.assethistory;

import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.Quantity;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words and the writing of dates and amounts of one language, from {@code papers/service-book_<language>.properties}. */
final class Wording {

    private static final String WORDS = "papers/service-book";
    private static final int DECIMALS = 3;

    private final ResourceBundle words;
    private final Locale locale;
    private final ZoneId zone;
    private final DateTimeFormatter date;

    /** @param zone by whose clock days are counted */
    Wording(BookLanguage language, ZoneId zone) {
        this.locale = language.locale();
        this.zone = zone;
        this.words = ResourceBundle.getBundle(
                WORDS, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.date = DateTimeFormatter.ofPattern(words.getString("dateForm"), locale);
    }

    String of(String key) {
        return words.getString(key);
    }

    /** Of a constant that the trade may have more of than this language has words for; empty for null. */
    String of(String kind, String constant) {
        String key = kind + "." + constant;
        return constant == null ? "" : words.containsKey(key) ? words.getString(key) : constant;
    }

    Map<String, String> all() {
        Map<String, String> all = new HashMap<>();
        for (Enumeration<String> keys = words.getKeys(); keys.hasMoreElements(); ) {
            String key = keys.nextElement();
            all.put(key, words.getString(key));
        }
        return all;
    }

    String date(Instant at) {
        return date(LocalDate.ofInstant(at, zone));
    }

    String date(LocalDate day) {
        return day == null ? "" : date.format(day);
    }

    String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(DECIMALS);
        return format.format(number);
    }

    String quantity(Quantity quantity) {
        return number(quantity.amount()) + " " + of("unit", quantity.unit());
    }

    static String address(Address address) {
        return Stream.of(address.street(), town(address), address.region(), address.countryCode())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static String town(Address address) {
        return address.postalCode() == null ? address.city() : address.postalCode() + " " + address.city();
    }
}
