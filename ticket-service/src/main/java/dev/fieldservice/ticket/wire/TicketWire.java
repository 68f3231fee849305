package dev.fieldservice.ticket.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.events.DomainEvent;
import dev.fieldservice.platform.events.Wire;
import dev.fieldservice.ticket.tickets.TicketCreatedPayload;
import dev.fieldservice.ticket.tickets.TicketEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** From what happens here to what travels: names and versions are chosen in this switch and nowhere else. */
@ApplicationScoped
public class TicketWire implements Wire {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TicketCancelled(UUID ticketId, String reason, Instant cancelledAt) {}

    @Override
    public Message write(DomainEvent event) {
        return switch ((TicketEvent) event) {
            case TicketEvent.Created e ->
                message(Topics.TICKET_CREATED, e.ticket().id(), TicketCreatedPayload.of(e));
            case TicketEvent.Cancelled e ->
                message(Topics.TICKET_CANCELLED, e.ticketId(), new TicketCancelled(e.ticketId(), e.reason(), e.at()));
        };
    }

    private static Message message(String topic, UUID key, Object payload) {
        return new Message(topic, 1, key.toString(), payload);
    }
}
