package dev.fieldservice.billing.company;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The public holidays of the company's calendar, in order. */
record Holidays(List<LocalDate> days) {

    static final Holidays NONE = new Holidays(List.of());

    /** Before anything was billed. */
    static final LocalDate EVER = LocalDate.of(2000, 1, 1);

    static Holidays of(CompanyChanged event) {
        return new Holidays(
                Objects.requireNonNullElse(event.specialDays(), List.<CompanyChanged.SpecialDay>of()).stream()
                        .filter(CompanyChanged.SpecialDay::publicHoliday)
                        .map(CompanyChanged.SpecialDay::date)
                        .sorted()
                        .toList());
    }

    /** The first day that is one here and not there, or the other way round. */
    Optional<LocalDate> firstBesides(Holidays other) {
        return Stream.concat(
                        days.stream().filter(day -> !other.days.contains(day)),
                        other.days.stream().filter(day -> !days.contains(day)))
                .min(LocalDate::compareTo);
    }
}
