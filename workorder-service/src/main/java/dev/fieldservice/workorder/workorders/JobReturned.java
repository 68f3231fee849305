package dev.fieldservice.workorder.workorders;

import java.time.Instant;
import java.util.UUID;

/**
 * What this service needs of {@code job-returned}.
 *
 * @param returnNumber how often the job was sent back
 * @param withdrawnAt null until finance took it back
 */
public record JobReturned(
        UUID orderId,
        UUID ticketId,
        int returnNumber,
        Shortcoming shortcoming,
        String reason,
        Person returnedBy,
        Instant returnedAt,
        Instant withdrawnAt) {

    /** Somebody of finance. */
    public record Person(UUID id, String name) {}

    public boolean wasWithdrawn() {
        return withdrawnAt != null;
    }

    JobReturn said() {
        return new JobReturn(returnNumber, shortcoming, reason, returnedBy.name(), returnedAt);
    }

    /** For people who read the history. */
    String words() {
        return "%s: %s: %s".formatted(returnedBy.name(), shortcoming, reason);
    }
}
