package dev.fieldservice.inventory.papers;

import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words and the writing of dates and amounts of one language, from {@code <form>_<language>.properties}. */
final class Wording {

    private static final int QUANTITY_DECIMALS = 3;
    private static final int PRICE_DECIMALS = 4;
    private static final int MONEY_DECIMALS = 2;

    private final ResourceBundle words;
    private final Locale locale;
    private final DateTimeFormatter date;

    Wording(PaperLanguage language, PaperForm form) {
        this.locale = language.locale();
        this.words = ResourceBundle.getBundle(
                form.words,
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.date = DateTimeFormatter.ofPattern(words.getString("dateForm"), locale);
    }

    Map<String, String> all() {
        Map<String, String> all = new HashMap<>();
        for (Enumeration<String> keys = words.getKeys(); keys.hasMoreElements(); ) {
            String key = keys.nextElement();
            all.put(key, words.getString(key));
        }
        return all;
    }

    String date(LocalDate day) {
        return date.format(day);
    }

    String money(Money money) {
        return number(money.amount(), MONEY_DECIMALS, MONEY_DECIMALS);
    }

    String price(BigDecimal price) {
        return number(price, MONEY_DECIMALS, PRICE_DECIMALS);
    }

    String quantity(BigDecimal quantity, String unit) {
        String key = "unit." + unit;
        return number(quantity, 0, QUANTITY_DECIMALS) + " " + (words.containsKey(key) ? words.getString(key) : unit);
    }

    private String number(BigDecimal number, int least, int most) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        return format.format(number);
    }

    /** Empty for null. */
    static String address(Address address) {
        return address == null
                ? ""
                : Stream.of(address.street(), town(address), address.region(), address.countryCode())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
    }

    private static String town(Address address) {
        return address.postalCode() == null ? address.city() : address.postalCode() + " " + address.city();
    }
}
