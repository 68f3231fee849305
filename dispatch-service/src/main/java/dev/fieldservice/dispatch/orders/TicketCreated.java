package dev.fieldservice.dispatch.orders;

import dev.fieldservice.contracts.AssetRef;
import dev.fieldservice.contracts.ContactRef;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.contracts.LocationRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What planning needs of {@code ticket-created}. */
public record TicketCreated(
        UUID ticketId,
        String number,
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
        Instant resolveBy) {

    JobCard jobCard() {
        return new JobCard(serviceType, priority, summary, instructions, customer, contact, location, asset, resolveBy);
    }
}
