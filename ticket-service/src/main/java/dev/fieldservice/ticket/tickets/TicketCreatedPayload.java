package dev.fieldservice.ticket.tickets;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.AssetRef;
import dev.fieldservice.contracts.ContactRef;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.contracts.LocationRef;
import dev.fieldservice.ticket.assets.Asset;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** {@code ticket-created} v1: all that planning and the technician need, so that nobody has to ask back. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketCreatedPayload(
        UUID ticketId,
        String number,
        Channel channel,
        ServiceType serviceType,
        Priority priority,
        String summary,
        String instructions,
        CustomerRef customer,
        ContactRef contact,
        LocationRef location,
        AssetRef asset,
        List<String> requiredSkills,
        Instant respondBy,
        Instant resolveBy,
        Instant createdAt) {

    public static TicketCreatedPayload of(TicketEvent.Created event) {
        Ticket ticket = event.ticket();
        Parties parties = event.parties();
        return new TicketCreatedPayload(
                ticket.id(),
                ticket.number,
                ticket.channel,
                ticket.serviceType,
                ticket.priority,
                ticket.summary,
                ticket.instructions,
                parties.customer().ref(),
                parties.contact().ref(),
                parties.location().ref(),
                parties.asset().map(Asset::ref).orElse(null),
                List.of(ticket.requiredSkills),
                ticket.respondBy,
                ticket.resolveBy,
                ticket.createdAt);
    }
}
