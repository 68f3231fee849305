package dev.fieldservice.inventory.demand;

import java.util.UUID;

/**
 * A part that is to be reserved anew.
 *
 * @param orderId whose plan changed; null if stock moved
 */
public record ChangedPart(UUID partId, UUID orderId) {}
