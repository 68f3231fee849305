package dev.fieldservice.ticket.corrections;

import dev.fieldservice.ticket.errands.TicketErrand;
import java.util.UUID;

/**
 * Somebody or something that open tickets are about was corrected.
 *
 * @param id of what was corrected
 * @param after the last ticket that was told of it
 */
public record Correction(About about, UUID customerId, UUID id, UUID after) {

    private static final UUID START = new UUID(0, 0);

    /** What was corrected. */
    public enum About {
        CUSTOMER,
        CONTACT,
        SITE,
        ASSET,
        /** The customer is another by now. */
        MERGER
    }

    static Correction of(About about, UUID customerId, UUID id) {
        return new Correction(about, customerId, id, START);
    }

    /** A merger is a job of its own: a release that knows corrections only leaves it alone. */
    public TicketErrand errand() {
        return about == About.MERGER ? TicketErrand.MERGER : TicketErrand.CORRECTION;
    }

    public Correction after(UUID ticket) {
        return new Correction(about, customerId, id, ticket);
    }
}
