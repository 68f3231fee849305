package dev.fieldservice.ticket.servicetimes;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.validation.DayBounds;
import dev.fieldservice.ticket.tickets.Priority;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which requests are measured: those that were made in some days. */
public class ServiceTimesQuestion {

    private static final int LONGEST_IN_YEARS = 5;

    @RestQuery
    @NotNull
    @Parameter(description = "By what they are put together")
    ServiceTimesBy by;

    @RestQuery
    @NotNull
    @Parameter(description = "The first day on which they were made", example = "2026-01-01")
    LocalDate from;

    @RestQuery
    @NotNull
    @Parameter(description = "The last day; at most five years in all", example = "2026-12-31")
    LocalDate to;

    @RestQuery
    UUID customerId;

    @RestQuery
    Priority priority;

    /** Refused with 400 unless it is a span of a size that can be answered. */
    void require() {
        DayBounds.require("from", from);
        DayBounds.require("to", to);
        if (to.isBefore(from)) {
            throw Refusal.Invalid.field("to", "before-from", "to must not be before from.")
                    .refused();
        }
        if (!to.isBefore(from.plusYears(LONGEST_IN_YEARS))) {
            throw Refusal.Invalid.field("to", "too-long", "Ask for at most %d years.".formatted(LONGEST_IN_YEARS))
                    .refused();
        }
    }
}
