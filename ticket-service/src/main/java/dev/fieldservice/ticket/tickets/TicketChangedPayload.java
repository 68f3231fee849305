package dev.fieldservice.ticket.tickets;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.fieldservice.contracts.AttachmentRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** {@code ticket-changed} v1: the ticket as it stands, whole, so that the newest of them is all that anybody needs. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketChangedPayload(
        UUID ticketId,
        long ticketVersion,
        TicketLifecycle.State state,
        Work work,
        String reason,
        UUID furtherOrderId,
        @JsonUnwrapped TicketCard card,
        List<AttachmentRef> attachments,
        Instant changedAt) {

    public static TicketChangedPayload of(TicketEvent.Changed event) {
        Ticket ticket = event.ticket();
        return new TicketChangedPayload(
                ticket.id(),
                ticket.version(),
                ticket.state,
                ticket.work(),
                ticket.reason,
                ticket.furtherOrderId,
                TicketCard.of(ticket, event.parties()),
                ticket.attached.files(),
                event.at());
    }
}
