package dev.fieldservice.ticket.tickets;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.ticket.promises.Clocks;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A ticket of which a promised time is at risk or broken. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PromisedTime")
public record PromisedTimeView(
        @Schema(description = "Of the ticket") UUID id,
        String number,
        TicketLifecycle.State state,
        Priority priority,
        String summary,
        UUID customerId,
        UUID locationId,

        @Schema(
                nullable = true,
                description = "The contract that promises it; absent where it is promised to everybody")
        UUID contractId,

        @Schema(description = "Somebody has to set out by then; of one that has, when that was due")
        Instant respondBy,

        Instant resolveBy,

        @Schema(description = "Since when three quarters of one of the times are over")
        Instant riskAt,

        @Schema(description = "One of the times that still run is over")
        boolean broken) {

    static PromisedTimeView of(Ticket t, Instant now) {
        TicketPromise promise = t.promise;
        return new PromisedTimeView(
                t.id(),
                t.number,
                t.state,
                t.priority,
                t.summary,
                t.customerId,
                t.locationId,
                promise.agreement == null ? null : promise.agreement.ref().contractId(),
                promise.respondBy,
                promise.resolveBy,
                promise.riskAt,
                isOver(promise.clocks, promise, now));
    }

    private static boolean isOver(Clocks clocks, TicketPromise promise, Instant now) {
        return clocks.responseRuns() && !promise.respondBy.isAfter(now)
                || clocks.resolutionRuns() && !promise.resolveBy.isAfter(now);
    }
}
