package dev.fieldservice.billing.periods;

import dev.fieldservice.platform.problems.Refusal;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** A span of days by which something is added up; take it as a {@code @BeanParam}. */
public class Days {

    private static final int LONGEST_IN_YEARS = 5;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    @RestQuery
    @NotNull
    @Parameter(description = "The first day", example = "2026-03-01")
    LocalDate from;

    @RestQuery
    @NotNull
    @Parameter(description = "The last day; at most five years in all", example = "2026-03-31")
    LocalDate to;

    public LocalDate from() {
        return from;
    }

    public LocalDate to() {
        return to;
    }

    /** Refused with 400 unless it is a span of a size that can be answered. */
    public void require() {
        requireDated("from", from);
        requireDated("to", to);
        if (to.isBefore(from)) {
            throw Refusal.Invalid.field("to", "before-from", "to must not be before from.")
                    .refused();
        }
        if (!to.isBefore(from.plusYears(LONGEST_IN_YEARS))) {
            throw Refusal.Invalid.field("to", "too-long", "Ask for at most %d years.".formatted(LONGEST_IN_YEARS))
                    .refused();
        }
    }

    /** Java takes years that no database holds. */
    public static void requireDated(String pointer, LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw Refusal.Invalid.field(
                            pointer, "too-far", "A year from %d to %d is expected.".formatted(FIRST_YEAR, LAST_YEAR))
                    .refused();
        }
    }
}
