package dev.fieldservice.billing.payments;

import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.validation.DayBounds;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which payments are asked for; take it as a {@code @BeanParam}. */
public class PaymentFilter {

    @RestQuery
    UUID customerId;

    @RestQuery
    @Parameter(description = "Whether something is left that is not allocated: the work list of whoever allocates")
    Boolean unallocated;

    @RestQuery
    @Parameter(description = "Whether somebody has said whose it is")
    Boolean assigned;

    @RestQuery
    @Parameter(description = "Those of one bank statement")
    UUID statementId;

    @RestQuery
    @Parameter(description = "Came on this day or later", example = "2026-03-01")
    LocalDate receivedFrom;

    @RestQuery
    @Parameter(description = "Came on this day or before", example = "2026-03-31")
    LocalDate receivedTo;

    Filters narrow() {
        DayBounds.require("receivedFrom", receivedFrom);
        DayBounds.require("receivedTo", receivedTo);
        return Filters.of("customerId", customerId)
                .condition("(case when settledOn is null then true else false end) = :%s", unallocated)
                .condition("(case when customerId is null then false else true end) = :%s", assigned)
                .and("statementId", statementId)
                .condition("bookedOn >= :%s", receivedFrom)
                .condition("bookedOn <= :%s", receivedTo);
    }
}
