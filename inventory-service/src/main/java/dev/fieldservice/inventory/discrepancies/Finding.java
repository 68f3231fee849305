package dev.fieldservice.inventory.discrepancies;

import java.util.UUID;

/** Something that was noticed and does not add up. */
public record Finding(DiscrepancyKind kind, Where where, String detail) {

    /**
     * What it is about.
     *
     * @param owner who has to clear it up
     */
    public record Where(UUID partId, UUID locationId, UUID orderId, UUID ticketId, String owner) {}
}
