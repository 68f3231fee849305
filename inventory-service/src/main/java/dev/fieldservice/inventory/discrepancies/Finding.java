package dev.fieldservice.inventory.discrepancies;

import java.util.UUID;

/**
 * Something that was noticed and does not add up.
 *
 * @param serial of the piece that it is about, or number of the container; empty if it is about none
 */
public record Finding(DiscrepancyKind kind, Where where, String detail, String serial) {

    /** What is not about one piece. */
    public Finding(DiscrepancyKind kind, Where where, String detail) {
        this(kind, where, detail, "");
    }

    /**
     * What it is about.
     *
     * @param orderId null if it was no job, and so is the ticket
     * @param owner who has to clear it up
     */
    public record Where(UUID partId, UUID locationId, UUID orderId, UUID ticketId, String owner) {

        /** The same of another part. */
        public Where of(UUID part) {
            return new Where(part, locationId, orderId, ticketId, owner);
        }
    }
}
