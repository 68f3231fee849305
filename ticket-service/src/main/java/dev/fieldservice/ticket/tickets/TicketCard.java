package dev.fieldservice.ticket.tickets;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.AssetRef;
import dev.fieldservice.contracts.ContactRef;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.contracts.LocationRef;
import dev.fieldservice.ticket.assets.Asset;
import dev.fieldservice.ticket.contracts.Agreement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What planning and the technician need to know of a request. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TicketCard(
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
        Instant createdAt,
        Agreement.Ref coverage) {

    static TicketCard of(Ticket ticket, Parties parties) {
        return new TicketCard(
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
                ticket.promise.respondBy,
                ticket.promise.resolveBy,
                ticket.createdAt,
                Optional.ofNullable(ticket.promise.agreement)
                        .map(Agreement::ref)
                        .orElse(null));
    }
}
