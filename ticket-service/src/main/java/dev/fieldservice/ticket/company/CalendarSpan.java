package dev.fieldservice.ticket.company;

import dev.fieldservice.platform.problems.Refusal;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which days of the calendar. */
public class CalendarSpan {

    private static final int LONGEST_IN_DAYS = 400;

    @RestQuery
    @NotNull
    @Parameter(description = "The first day", example = "2026-01-01")
    LocalDate from;

    @RestQuery
    @NotNull
    @Parameter(description = "The last day; at most 400 days in all", example = "2026-12-31")
    LocalDate to;

    /** Refused with 400 unless it is a span of a size that can be answered. */
    void require() {
        requireDated("from", from);
        requireDated("to", to);
        if (to.isBefore(from)) {
            throw Refusal.Invalid.field("to", "before-from", "to must not be before from.")
                    .refused();
        }
        if (!to.isBefore(from.plusDays(LONGEST_IN_DAYS))) {
            throw Refusal.Invalid.field("to", "too-long", "Ask for at most %d days.".formatted(LONGEST_IN_DAYS))
                    .refused();
        }
    }

    private static void requireDated(String name, LocalDate date) {
        if (date.getYear() < CalendarRules.FIRST_YEAR || date.getYear() > CalendarRules.LAST_YEAR) {
            throw Refusal.Invalid.field(
                            name,
                            "too-far",
                            "A year from %d to %d is expected."
                                    .formatted(CalendarRules.FIRST_YEAR, CalendarRules.LAST_YEAR))
                    .refused();
        }
    }
}
