package dev.fieldservice.billing.documents;

import dev.fieldservice.billing.exchangerates.Exchange;
import dev.fieldservice.billing.exchangerates.ExchangeRate;
import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
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

    private static final Map<DocumentLanguage, Wording> ALL = Arrays.stream(DocumentLanguage.values())
            .collect(Collectors.toMap(
                    language -> language,
                    Wording::new,
                    (one, other) -> one,
                    () -> new EnumMap<>(DocumentLanguage.class)));

    private final ResourceBundle words;
    private final Locale locale;
    private final DateTimeFormatter date;

    private Wording(DocumentLanguage language) {
        this.locale = language.locale();
        this.words = ResourceBundle.getBundle(
                WORDS, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.date = DateTimeFormatter.ofPattern(words.getString("dateForm"), locale);
    }

    static Wording of(DocumentLanguage language) {
        return ALL.get(language);
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

    /** Who, when and what of it, after what it is. */
    String line(LineText text) {
        Stream<String> said = switch (text.kind()) {
            case LABOUR, TRAVEL ->
                Stream.of(
                        what(text),
                        text.who(),
                        "%s %s–%s".formatted(date(text.day()), text.from(), text.to()),
                        text.rule());
            case MINIMUM -> Stream.of(what(text), text.who(), date(text.day()), filled("text.minimum", text.amount()));
            case STARTED_QUARTER ->
                Stream.of(what(text), text.who(), date(text.day()), words.getString("text.quarter"));
            case KILOMETRES -> Stream.of(what(text), text.who(), date(text.day()), kilometres(text));
            case ZONE -> Stream.of(what(text), text.rule(), date(text.day()));
            case VISIT -> Stream.of(text.rule(), date(text.day()));
        };
        return said.filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    /** How far it is covered, by what and which clause. */
    String reason(LineReason reason) {
        String covered = words.getString("covered." + reason.kind()).replace("{0}", percent(reason.percent()));
        return Stream.of(covered, reason.name(), reason.clause())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private String what(LineText text) {
        return words.getString("text." + text.kind());
    }

    private String kilometres(LineText text) {
        return text.free() == null
                ? filled("text.driven", text.amount())
                : filled("text.beyondFree", text.amount(), text.of(), text.free());
    }

    private String filled(String key, BigDecimal... numbers) {
        String filled = words.getString(key);
        for (int i = 0; i < numbers.length; i++) {
            filled = filled.replace("{" + i + "}", number(numbers[i], 0, QUANTITY_DECIMALS));
        }
        return filled;
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
