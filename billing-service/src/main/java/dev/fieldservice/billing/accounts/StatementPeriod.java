package dev.fieldservice.billing.accounts;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.validation.DayBounds;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Of which days a statement tells; take it as a {@code @BeanParam}. */
public class StatementPeriod {

    private static final int MOST_DAYS = 400;

    @RestQuery
    @NotNull
    @Parameter(description = "First day", example = "2026-03-01")
    LocalDate from;

    @RestQuery
    @NotNull
    @Parameter(description = "Last day", example = "2026-03-31")
    LocalDate to;

    @RestQuery
    @Size(min = 3, max = 3)
    @Pattern(regexp = "^[A-Z]{3}$")
    @Parameter(description = "ISO 4217 code; that of the company if left out", example = "RON")
    String currency;

    /** Refused with 400 where there is no such period. */
    void require() {
        DayBounds.require("from", from);
        DayBounds.require("to", to);
        if (to.isBefore(from)) {
            throw Refusal.Invalid.field("to", "before-from", "to must not be before from.")
                    .refused();
        }
        if (ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
            throw Refusal.Invalid.field("to", "too-long", "A statement tells of at most %d days.".formatted(MOST_DAYS))
                    .refused();
        }
    }
}
