package dev.fieldservice.ticket.tickets;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;

/** What this service has heard of a service order of a ticket. The first event about it makes it, whichever that is. */
@Entity
public class TicketOrder {

    @Id
    UUID orderId;

    @ManyToOne(fetch = FetchType.LAZY)
    Ticket ticket;

    String number;
    Instant closedAt;
    Instant settledAt;
    UUID invoiceId;
    String invoice;

    /** Since when its work waits for the customer; null if it does not. */
    Instant waitsSince;

    /** When it last began to wait for something, or went on. */
    Instant holdChangedAt;

    protected TicketOrder() {}

    TicketOrder(UUID orderId, Ticket ticket) {
        this.orderId = orderId;
        this.ticket = ticket;
    }

    UUID orderId() {
        return orderId;
    }

    void settleBy(UUID invoiceId, String invoiceNumber, Instant at) {
        this.invoiceId = invoiceId;
        this.invoice = invoiceNumber;
        this.settledAt = at;
    }

    /** What has an invoice stays settled by it: the two come on topics of their own. */
    void nothingToBill(Instant at) {
        if (invoiceId == null) {
            settledAt = at;
        }
    }

    /** @return false for what is older than what is known */
    boolean changeHold(boolean isCustomersTime, Instant at) {
        if (holdChangedAt != null && !at.isAfter(holdChangedAt)) {
            return false;
        }
        holdChangedAt = at;
        waitsSince = isCustomersTime ? at : null;
        return true;
    }

    boolean waits() {
        return waitsSince != null && !isClosed();
    }

    boolean isClosed() {
        return closedAt != null;
    }

    boolean isSettled() {
        return settledAt != null;
    }
}
