package dev.fieldservice.ticket.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a customer has written. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TicketMessage")
public record TicketMessageView(
        UUID id,
        @Schema(description = "The mail in which it came") UUID mailId,

        @Schema(nullable = true, description = "As the mail says; anybody can write any sender into a mail")
        String fromAddress,

        @Schema(nullable = true) String fromName,
        @Schema(nullable = true) String subject,
        String text,

        @Schema(nullable = true, description = "As the sender's clock says")
        Instant sentAt,

        Instant receivedAt) {

    static TicketMessageView of(TicketMessage m) {
        return new TicketMessageView(
                m.id(), m.mailId, m.fromAddress, m.fromName, m.title, m.content, m.sentAt, m.receivedAt);
    }
}
