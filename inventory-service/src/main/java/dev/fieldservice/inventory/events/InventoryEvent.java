package dev.fieldservice.inventory.events;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.events.DomainEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The domain events about parts, places and what usages cost, which others are told. The aggregate is carried for its id and version: it gets
 * the version only when it is stored.
 */
public sealed interface InventoryEvent extends DomainEvent {

    /**
     * @param gtin in 14 digits; null if it has none
     * @param supersededById null unless another takes its place
     */
    record PartRegistered(
            Aggregate part,
            String number,
            String name,
            String unit,
            boolean serialised,
            String gtin,
            UUID supersededById,
            List<UUID> substituteIds,
            List<UnitFactor> otherUnits)
            implements InventoryEvent {}

    /** One of this unit is numerator / denominator of the part's. */
    record UnitFactor(String unit, int numerator, int denominator) {}

    /** @param technicianId null unless it is the vehicle of one */
    record LocationRegistered(Aggregate location, String kind, String name, UUID technicianId)
            implements InventoryEvent {}

    /** @param unitCost of one unit when it was used, in this currency */
    record UsageCosted(UUID usageId, UUID orderId, UUID partId, BigDecimal unitCost, String currency, Instant costedAt)
            implements InventoryEvent {}
    /** @param missing what is nowhere */
    record ReadinessChanged(
            Aggregate plan, UUID ticketId, PartsReadiness parts, List<MissingPart> missing, Instant changedAt)
            implements InventoryEvent {}

    /** A part that is nowhere, and how much of it. */
    record MissingPart(UUID partId, Quantity quantity) {}
}
