package dev.fieldservice.ticket.incoming;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.ticket.incoming.IncomingMailLifecycle.State;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A mail as it stands in a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IncomingMailSummary(
        UUID id,
        State state,

        @Schema(nullable = true, description = "Why it waits, is ignored or was set aside", examples = "sender-unknown")
        String reason,

        @Schema(nullable = true) String fromAddress,
        @Schema(nullable = true) String fromName,
        @Schema(nullable = true) String subject,
        Instant arrivedAt,
        @Schema(nullable = true) UUID ticketId) {

    static IncomingMailSummary of(IncomingMail m) {
        return new IncomingMailSummary(
                m.id(), m.state, m.reason, m.fromAddress, m.fromName, m.title, m.arrivedAt, m.ticketId);
    }
}
