package dev.fieldservice.workorder.workorders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.AssetRef;
import dev.fieldservice.contracts.AttachmentRef;
import dev.fieldservice.contracts.ContactRef;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.contracts.LocationRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What this service needs of {@code ticket-changed}, and keeps until the order of the ticket comes.
 *
 * @param reason why it is on hold or called off; null otherwise
 * @param furtherOrderId of the order that its last reopening asked for; null if it was never opened again
 * @param attachments those that stand; none in what was told before there were any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketTold(
        UUID ticketId,
        long ticketVersion,
        Work work,
        String reason,
        UUID furtherOrderId,
        Instant changedAt,
        String serviceType,
        String priority,
        String summary,
        String instructions,
        CustomerRef customer,
        ContactRef contact,
        LocationRef location,
        AssetRef asset,
        Instant resolveBy,
        List<AttachmentRef> attachments) {

    public TicketTold {
        attachments = Optional.ofNullable(attachments).map(List::copyOf).orElse(List.of());
    }

    /** Whether work is wanted. */
    public enum Work {
        NOT_YET,
        WANTED,
        ON_HOLD,
        CALLED_OFF
    }

    /** What was closed before the ticket was opened again was done, whatever becomes of the rest. */
    boolean callsOff(UUID orderId) {
        return work == Work.CALLED_OFF && (furtherOrderId == null || furtherOrderId.equals(orderId));
    }

    JobCard card() {
        return new JobCard(serviceType, priority, summary, instructions, customer, contact, location, asset, resolveBy);
    }
}
