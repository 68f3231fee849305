package dev.fieldservice.billing.usages;

import dev.fieldservice.contracts.Quantity;
import java.time.Instant;
import java.util.UUID;

/**
 * What this service needs of {@code parts-consumed}.
 *
 * @param reversalOf the usage that this one takes back; null if it is none
 */
public record PartsConsumed(
        UUID usageId,
        UUID orderId,
        UUID ticketId,
        UUID partId,
        Quantity quantity,
        Instant occurredAt,
        UUID reversalOf) {

    public boolean isReversal() {
        return reversalOf != null;
    }

    /** The usage that it is about. */
    public UUID subject() {
        return isReversal() ? reversalOf : usageId;
    }
}
