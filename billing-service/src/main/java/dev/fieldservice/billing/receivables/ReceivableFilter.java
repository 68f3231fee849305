package dev.fieldservice.billing.receivables;

import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.validation.DayBounds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which receivables are asked for; take it as a {@code @BeanParam}. */
public class ReceivableFilter {

    private static final String TODAY =
            "(select cast(timezone(time_zone, cast(? as timestamptz)) as date) from known_company)";

    @RestQuery
    UUID customerId;

    @RestQuery
    @Parameter(description = "OPEN: something is open, overdue or not")
    ReceivableState state;

    @RestQuery
    @Parameter(description = "Due before this day", example = "2026-04-01")
    LocalDate dueBefore;

    /** @param now by the company's clock of which something is overdue */
    Filters narrow(Instant now) {
        DayBounds.require("dueBefore", dueBefore);
        Filters filters = Filters.of("customerId", customerId).condition("dueDate < :%s", dueBefore);
        if (state == null) {
            return filters;
        }
        return switch (state) {
            case OPEN -> filters.condition("settledOn is null and :%s = true", true);
            case SETTLED -> filters.condition("settledOn is not null and :%s = true", true);
            case OVERDUE ->
                filters.condition("settledOn is null and :%s = true and amount > 0", true)
                        .sql("due_date < " + TODAY, now);
        };
    }
}
