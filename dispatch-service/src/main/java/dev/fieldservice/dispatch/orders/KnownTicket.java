package dev.fieldservice.dispatch.orders;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** What has been heard of a ticket: how new it was, and which order was made of it last. */
@Entity
class KnownTicket {

    private static final long NOTHING_HEARD = -1;

    @Id
    UUID ticketId;

    UUID orderId;
    long ticketVersion = NOTHING_HEARD;

    protected KnownTicket() {}

    boolean hasOrder() {
        return orderId != null;
    }

    /** Whether it was opened again, and the order that it asked for is not made. */
    boolean lacksOrderOf(TicketTold ticket) {
        return ticket.furtherOrderId() != null && !ticket.furtherOrderId().equals(orderId);
    }

    /**
     * False if this, or something newer, was heard before. One that was heard by a release that makes no further orders is news when
     * it is told anew.
     */
    boolean isNews(TicketTold ticket) {
        boolean isNews = ticket.ticketVersion() > ticketVersion
                || ticket.ticketVersion() == ticketVersion && lacksOrderOf(ticket);
        ticketVersion = Math.max(ticketVersion, ticket.ticketVersion());
        return isNews;
    }
}
