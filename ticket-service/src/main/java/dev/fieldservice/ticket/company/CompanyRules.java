package dev.fieldservice.ticket.company;

import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.platform.problems.Refusal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.Period;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What makes sense of a company's details, beyond the form of each field: each rule is a function that returns objections. */
final class CompanyRules {

    static final int FIRST_YEAR = 2000;
    static final int LAST_YEAR = 2200;

    private static final Period LONGEST = Period.ofYears(1);
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    /** Those that a country has now: the code list also has metals, codes for testing, and currencies of the past. */
    private static final Set<String> CURRENCIES = Stream.of(Locale.getISOCountries())
            .map(country -> Currency.getInstance(Locale.of("", country)))
            .filter(Objects::nonNull)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private static final List<Function<CompanyDetails, Stream<FieldError>>> RULES = List.of(
            CompanyRules::zone,
            CompanyRules::currency,
            CompanyRules::languages,
            CompanyRules::week,
            CompanyRules::specialDays,
            CompanyRules::account);

    private CompanyRules() {}

    /** Refused with 400 and everything that is wrong. */
    static void require(CompanyDetails details, PublicHolidays holidays) {
        List<FieldError> errors = Stream.concat(
                        RULES.stream().flatMap(rule -> rule.apply(details)), holidayCalendar(details, holidays))
                .toList();
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid("invalid-request", "The request has invalid content.", errors).refused();
        }
    }

    private static Stream<FieldError> zone(CompanyDetails details) {
        return objection(
                ZoneRulesProvider.getAvailableZoneIds().contains(details.timeZone()),
                "/timeZone",
                "unknown-time-zone",
                "An IANA time zone is expected, such as Europe/Bucharest.");
    }

    private static Stream<FieldError> currency(CompanyDetails details) {
        return objection(
                CURRENCIES.contains(details.currency()),
                "/currency",
                "unknown-currency",
                "A currency of ISO 4217 that is in use is expected, such as RON.");
    }

    private static Stream<FieldError> languages(CompanyDetails details) {
        Set<String> seen = new HashSet<>();
        return each(
                details.languages(),
                (language, at) -> Stream.concat(
                        objection(
                                Languages.isOne(language), "/languages/" + at, "unknown-language", Languages.EXPECTED),
                        objection(
                                seen.add(language.toLowerCase(Locale.ROOT)),
                                "/languages/" + at,
                                "repeated",
                                "Each language stands once.")));
    }

    private static Stream<FieldError> week(CompanyDetails details) {
        Set<Object> seen = new HashSet<>();
        return each(
                details.workingHours(),
                (day, at) -> Stream.concat(
                        objection(
                                seen.add(day.day()),
                                "/workingHours/" + at + "/day",
                                "repeated",
                                "Each day of the week stands once, with all its hours."),
                        hours(day.hours(), "/workingHours/" + at)));
    }

    private static Stream<FieldError> specialDays(CompanyDetails details) {
        List<SpecialDays> all = details.specialDays();
        return each(all, (days, at) -> {
            String place = "/specialDays/" + at;
            return Stream.of(
                            objection(isDated(days.from()), place + "/from", "too-far", years()),
                            objection(isDated(days.through()), place + "/through", "too-far", years()),
                            objection(
                                    !days.through().isBefore(days.from()),
                                    place + "/through",
                                    "before-from",
                                    "through must not be before from."),
                            objection(
                                    !isDated(days.from())
                                            || !days.through()
                                                    .isAfter(days.from().plus(LONGEST)),
                                    place + "/through",
                                    "too-long",
                                    "At most a year at once."),
                            objection(
                                    days.through().isBefore(days.from())
                                            || all.subList(0, at).stream().noneMatch(days::overlaps),
                                    place + "/from",
                                    "overlaps",
                                    "Other hours are already given for one of these days."),
                            hours(days.hours(), place))
                    .flatMap(Function.identity());
        });
    }

    private static Stream<FieldError> hours(List<Hours> hours, String owner) {
        return each(
                hours,
                (span, at) -> Stream.concat(
                        objection(
                                span.endsAfterItStarts(),
                                owner + "/hours/" + at + "/to",
                                "before-from",
                                "to must be after from."),
                        objection(
                                !Hours.overlapsEarlier(hours, at),
                                owner + "/hours/" + at + "/from",
                                "overlaps",
                                "These hours overlap others of the same day.")));
    }

    /** ISO 13616: with its first four characters at the end and letters as numbers from 10 on, it leaves 1 divided by 97. */
    private static Stream<FieldError> account(CompanyDetails details) {
        return Optional.ofNullable(details.seller()).map(Seller::iban).stream()
                .flatMap(iban -> objection(
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

    private static Stream<FieldError> holidayCalendar(CompanyDetails details, PublicHolidays holidays) {
        return objection(
                details.publicHolidays() == null || holidays.areKnownOf(details.publicHolidays()),
                "/publicHolidays",
                "unknown-holidays",
                "The public holidays of this country or part of it are not known; enter them as special days.");
    }

    private static boolean isDated(LocalDate date) {
        return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
    }

    private static String years() {
        return "A year from %d to %d is expected.".formatted(FIRST_YEAR, LAST_YEAR);
    }

    private interface AtPlace<T> {
        Stream<FieldError> check(T one, int place);
    }

    private static <T> Stream<FieldError> each(List<T> all, AtPlace<T> rule) {
        return IntStream.range(0, all.size()).boxed().flatMap(at -> rule.check(all.get(at), at));
    }

    private static Stream<FieldError> objection(boolean isRight, String pointer, String code, String detail) {
        return isRight ? Stream.empty() : Stream.of(new FieldError(pointer, code, detail));
    }
}
