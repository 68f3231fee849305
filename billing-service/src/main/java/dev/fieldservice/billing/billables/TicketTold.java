package dev.fieldservice.billing.billables;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.invoices.CalledOff;
import dev.fieldservice.contracts.CustomerRef;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What this service needs of {@code ticket-changed}, and keeps.
 *
 * @param reason why it is on hold or called off; null otherwise
 * @param furtherOrderId of the order that its last reopening asked for; null if it was never opened again
 * @param location null in what was kept before it was needed
 * @param asset null if it is about no machine, and in what was kept before it was needed
 * @param coverage null if it is under no contract and no warranty
 * @param calledOffAt when it was first called off, as it is kept here; null in the event, and where it is wanted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketTold(
        UUID ticketId,
        long ticketVersion,
        Work work,
        String reason,
        UUID furtherOrderId,
        CustomerRef customer,
        ClosedJob.Site location,
        Machine asset,
        Under coverage,
        Instant calledOffAt,
        Instant changedAt) {

    /** Whether work is wanted. */
    public enum Work {
        NOT_YET,
        WANTED,
        ON_HOLD,
        CALLED_OFF
    }

    /** As it is kept: what is corrected afterwards does not call it off anew. @param before null if nothing was heard before */
    TicketTold after(TicketTold before) {
        Instant first = Optional.ofNullable(before)
                .filter(told -> told.work == Work.CALLED_OFF)
                .map(TicketTold::firstCalledOffAt)
                .orElse(null);
        return new TicketTold(
                ticketId,
                ticketVersion,
                work,
                reason,
                furtherOrderId,
                customer,
                location,
                asset,
                coverage,
                first,
                changedAt);
    }

    private Instant firstCalledOffAt() {
        return Optional.ofNullable(calledOffAt).orElse(changedAt);
    }

    /** When that order was first called off, and why; empty where it is wanted, or was closed before its ticket was opened again. */
    Optional<CalledOff> calledOff(UUID orderId) {
        return switch (work) {
            case CALLED_OFF ->
                furtherOrderId == null || furtherOrderId.equals(orderId)
                        ? Optional.of(new CalledOff(firstCalledOffAt(), reason))
                        : Optional.empty();
            // Work is billed when it is closed, whoever is waited for before.
            case NOT_YET, WANTED, ON_HOLD -> Optional.empty();
        };
    }
}
