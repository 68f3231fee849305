package dev.fieldservice.ticket.tickets;

import dev.fieldservice.ticket.promises.Clocks;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody was told by name that a promised time has come to a mark. */
@Schema(name = "TicketEscalation")
public record Escalation(
        @Schema(description = "Makes the Message-ID of the mail")
        UUID id,

        Clocks.Kind clock,

        @Schema(description = "So much of the promised time was over")
        int percent,

        @Schema(description = "When it was") Instant reachedAt,

        @Schema(description = "The subject of their access token")
        UUID personId,

        String name,
        Instant escalatedAt) {

    /** Whether the same person was told of more of the same time since. */
    boolean isOvertakenBy(Escalation other) {
        return other.clock == clock
                && other.personId.equals(personId)
                && other.percent > percent
                && !other.escalatedAt.isBefore(escalatedAt);
    }
}
