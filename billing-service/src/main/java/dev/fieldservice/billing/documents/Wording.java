package dev.fieldservice.billing.documents;

import dev.fieldservice.billing.exchangerates.Exchange;
import dev.fieldservice.billing.exchangerates.ExchangeRate;
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

/** The words and the writing of dates and amounts of one language, from {@code papers/invoice_<language>.properties}. */
final class Wording {

    private static final String WORDS = "papers/invoice";
    private static final int QUANTITY_DECIMALS = 3;
    private static final int PRICE_DECIMALS = 4;
    private static final int MONEY_DECIMALS = 2;
    private static final int RATE_DECIMALS = 6;

    private final ResourceBundle words;
    private final Locale locale;
    private final DateTimeFormatter date;

    Wording(DocumentLanguage language) {
        this.locale = language.locale();
        this.words = ResourceBundle.getBundle(
                WORDS, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.date = DateTimeFormatter.ofPattern(words.getString("dateForm"), locale);
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
    String date(LocalDate day) {
        return day == null ? "" : date.format(day);
    }

    String money(Money money) {
        return money == null ? "" : number(money.amount(), MONEY_DECIMALS, MONEY_DECIMALS);
    }

    String quantity(BigDecimal quantity, String unit) {
        return number(quantity, 0, QUANTITY_DECIMALS) + " " + of("unit", unit);
    }

    /** For so many of the unit, if it is not for one. */
    String price(BigDecimal price, BigDecimal base, String unit) {
        if (price == null) {
            return "";
        }
        String amount = number(price, MONEY_DECIMALS, PRICE_DECIMALS);
        return base.compareTo(BigDecimal.ONE) == 0 ? amount : amount + " / " + quantity(base, unit);
    }

    String rate(Exchange rate) {
        return "1 %s = %s %s"
                .formatted(rate.currency(), number(rate.lei(), MONEY_DECIMALS, RATE_DECIMALS), ExchangeRate.LEI);
    }

    /** In no language. */
    static String exchange(Exchange rate) {
        return "1 %s = %s %s (BNR, %s)"
                .formatted(
                        rate.currency(), rate.lei().stripTrailingZeros().toPlainString(), ExchangeRate.LEI, rate.day());
    }

    String percent(BigDecimal percent) {
        return percent == null ? "" : number(percent, 0, MONEY_DECIMALS) + " %";
    }

    private String number(BigDecimal number, int least, int most) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        return format.format(number);
    }

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
