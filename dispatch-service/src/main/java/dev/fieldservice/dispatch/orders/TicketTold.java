package dev.fieldservice.dispatch.orders;

import dev.fieldservice.contracts.AssetRef;
import dev.fieldservice.contracts.ContactRef;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.contracts.LocationRef;
import dev.fieldservice.dispatch.worktypes.ServiceType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What planning needs of a ticket as {@code ticket-created} and {@code ticket-changed} tell of it: each carries all of it, and
 * the newest stands.
 *
 * @param ticketVersion 0 where {@code ticket-created} tells it
 * @param reason why it is on hold, called off or opened again; null otherwise
 * @param furtherOrderId of the order that its last reopening asked for; null if it was never opened again
 * @param changedAt null where {@code ticket-created} tells it
 */
public record TicketTold(
        UUID ticketId,
        long ticketVersion,
        Work work,
        String reason,
        UUID furtherOrderId,
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
        Instant resolveBy,
        Instant changedAt) {

    /** Whether work is wanted. */
    public enum Work {
        NOT_YET,
        WANTED,
        ON_HOLD,
        CALLED_OFF
    }

    public TicketTold {
        work = work == null ? Work.WANTED : work;
    }

    JobCard jobCard() {
        return new JobCard(serviceType, priority, summary, instructions, customer, contact, location, asset, resolveBy);
    }
}
