package dev.fieldservice.ticket.company;

import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.platform.problems.Refusal;
import java.math.BigInteger;
import java.time.zone.ZoneRulesProvider;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What makes sense of a company's details, beyond the form of each field: each rule is a function that returns objections. */
final class CompanyRules {

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    /** Those that a country has now: the code list also has metals, codes for testing, and currencies of the past. */
    private static final Set<String> CURRENCIES = Stream.of(Locale.getISOCountries())
            .map(country -> Currency.getInstance(Locale.of("", country)))
            .filter(Objects::nonNull)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private static final List<Function<CompanyDetails, Stream<FieldError>>> RULES =
            List.of(CompanyRules::zone, CompanyRules::currency, CompanyRules::languages, CompanyRules::account);

    private CompanyRules() {}

    /** Refused with 400 and everything that is wrong. */
    static void require(CompanyDetails details, PublicHolidays holidays) {
        List<FieldError> errors = Stream.concat(
                        RULES.stream().flatMap(rule -> rule.apply(details)),
                        CalendarRules.of(details.calendar(), holidays, ""))
                .toList();
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid("invalid-request", "The request has invalid content.", errors).refused();
        }
    }

    private static Stream<FieldError> zone(CompanyDetails details) {
        return CalendarRules.objection(
                ZoneRulesProvider.getAvailableZoneIds().contains(details.timeZone()),
                "/timeZone",
                "unknown-time-zone",
                "An IANA time zone is expected, such as Europe/Bucharest.");
    }

    private static Stream<FieldError> currency(CompanyDetails details) {
        return CalendarRules.objection(
                CURRENCIES.contains(details.currency()),
                "/currency",
                "unknown-currency",
                "A currency of ISO 4217 that is in use is expected, such as RON.");
    }

    private static Stream<FieldError> languages(CompanyDetails details) {
        Set<String> seen = new HashSet<>();
        return CalendarRules.each(
                details.languages(),
                (language, at) -> Stream.concat(
                        CalendarRules.objection(
                                Languages.isOne(language), "/languages/" + at, "unknown-language", Languages.EXPECTED),
                        CalendarRules.objection(
                                seen.add(language.toLowerCase(Locale.ROOT)),
                                "/languages/" + at,
                                "repeated",
                                "Each language stands once.")));
    }

    /** ISO 13616: with its first four characters at the end and letters as numbers from 10 on, it leaves 1 divided by 97. */
    private static Stream<FieldError> account(CompanyDetails details) {
        return Optional.ofNullable(details.seller()).map(Seller::iban).stream()
                .flatMap(iban -> CalendarRules.objection(
                        digits(iban.substring(4) + iban.substring(0, 4))
                                .mod(NINETY_SEVEN)
                                .equals(BigInteger.ONE),
                        "/seller/iban",
                        "wrong-check-digits",
                        "This is no IBAN: its check digits do not fit."));
    }

    private static BigInteger digits(String account) {
        return new BigInteger(account.chars()
                .mapToObj(c -> String.valueOf(Character.digit(c, Character.MAX_RADIX)))
                .collect(Collectors.joining()));
    }
}
