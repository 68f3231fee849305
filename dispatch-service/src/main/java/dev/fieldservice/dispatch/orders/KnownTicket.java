package dev.fieldservice.dispatch.orders;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** What has been heard of a ticket: how new it was, and which order was made of it. */
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

    /** False if this, or something newer, was heard before. */
    boolean isNews(TicketTold ticket) {
        boolean isNews = ticket.ticketVersion() > ticketVersion;
        ticketVersion = Math.max(ticketVersion, ticket.ticketVersion());
        return isNews;
    }
}
