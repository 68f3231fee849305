package dev.fieldservice.dispatch.orders;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** What has been heard of a ticket: its order, its cancellation, whichever came first. */
@Entity
class KnownTicket {

    @Id
    UUID ticketId;

    UUID orderId;
    Instant cancelledAt;
    String cancelReason;

    protected KnownTicket() {}

    boolean hasOrder() {
        return orderId != null;
    }

    boolean isCancelled() {
        return cancelledAt != null;
    }

    void cancel(String reason, Instant at) {
        cancelReason = reason;
        cancelledAt = at;
    }
}
