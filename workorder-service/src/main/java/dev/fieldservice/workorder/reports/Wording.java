package dev.fieldservice.workorder.reports;

import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.Quantity;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words and the writing of dates, times and amounts of one language, from {@code papers/service-report_<language>.properties}. */
final class Wording {

    private static final String WORDS = "papers/service-report";
    private static final int MINUTES = 60;
    private static final int DECIMALS = 3;

    private final ResourceBundle words;
    private final Locale locale;
    private final DateTimeFormatter date;
    private final DateTimeFormatter time;
    private final DateTimeFormatter timeAndOffset;
    private final ZoneId zone;

    /** @param zone by whose clock times are written */
    Wording(ReportLanguage language, ZoneId zone) {
        this.locale = language.locale();
        this.words = ResourceBundle.getBundle(
                WORDS, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.date =
                DateTimeFormatter.ofPattern(words.getString("dateForm"), locale).withZone(zone);
        this.time = DateTimeFormatter.ofPattern("HH:mm", locale).withZone(zone);
        this.timeAndOffset =
                DateTimeFormatter.ofPattern("HH:mm '(UTC'xxx')'", locale).withZone(zone);
        this.zone = zone;
    }

    /** @throws MissingResourceException when the language lacks it */
    String of(String key) {
        return words.getString(key);
    }

    /** Of a constant that the trade may have more of than this language has words for. */
    String of(String kind, String constant) {
        String key = kind + "." + constant;
        return words.containsKey(key) ? words.getString(key) : constant;
    }

    Map<String, String> all() {
        Map<String, String> all = new HashMap<>();
        for (Enumeration<String> keys = words.getKeys(); keys.hasMoreElements(); ) {
            String key = keys.nextElement();
            all.put(key, words.getString(key));
        }
        return all;
    }

    /** Empty for null, as all that follow. */
    String date(Instant at) {
        return at == null ? "" : date.format(at);
    }

    /** With the offset where the clock showed it twice, since it was put back. */
    String time(Instant at) {
        if (at == null) {
            return "";
        }
        boolean isAmbiguous = zone.getRules()
                        .getValidOffsets(LocalDateTime.ofInstant(at, zone))
                        .size()
                > 1;
        return isAmbiguous ? timeAndOffset.format(at) : time.format(at);
    }

    /** With the date where that is another than the day under which it stands. */
    String time(Instant at, Instant day) {
        return at == null || date(at).equals(date(day)) ? time(at) : dateAndTime(at);
    }

    String dateAndTime(Instant at) {
        return at == null ? "" : date.format(at) + ", " + time(at);
    }

    static String length(Duration length) {
        return "%d:%02d".formatted(length.toMinutes() / MINUTES, length.toMinutes() % MINUTES);
    }

    String quantity(Quantity quantity) {
        return quantity(quantity.amount(), quantity.unit());
    }

    /** @param unit null for a plain number */
    String quantity(BigDecimal amount, String unit) {
        NumberFormat number = NumberFormat.getNumberInstance(locale);
        number.setMaximumFractionDigits(DECIMALS);
        return number.format(amount) + (unit == null ? "" : " " + of("unit", unit));
    }

    static String address(Address address) {
        return address == null
                ? ""
                : Stream.of(address.street(), town(address), address.countryCode())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
    }

    private static String town(Address address) {
        return address.postalCode() == null ? address.city() : address.postalCode() + " " + address.city();
    }
}
