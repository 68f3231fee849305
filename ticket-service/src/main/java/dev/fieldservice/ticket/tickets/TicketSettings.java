package dev.fieldservice.ticket.tickets;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the company takes requests in. */
@ConfigMapping(prefix = "fieldservice.tickets")
public interface TicketSettings {

    /**
     * {@code AT_ONCE}: a request has its service order as soon as it is recorded. {@code AFTER_QUALIFICATION}: when a person has
     * qualified it. Counts for tickets that are opened from then on.
     */
    @WithDefault("AT_ONCE")
    OrdersAreMade ordersAreMade();

    /**
     * For how many days after the last of its work was closed a resolved ticket can be opened again; 0 for never. Trouble after that is
     * a new ticket.
     */
    @WithDefault("14")
    int reopenWithinDays();

    /** When a ticket gets its service order. */
    enum OrdersAreMade {
        AT_ONCE,
        AFTER_QUALIFICATION
    }
}
