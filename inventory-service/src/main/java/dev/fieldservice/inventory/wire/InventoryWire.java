package dev.fieldservice.inventory.wire;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.inventory.events.InventoryEvent;
import dev.fieldservice.inventory.events.PartsReadiness;
import dev.fieldservice.platform.events.DomainEvent;
import dev.fieldservice.platform.events.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The mapping of domain events to messages: names and versions are chosen in this switch and nowhere else. */
@ApplicationScoped
public class InventoryWire implements Wire {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record PartRegistered(
            UUID partId,
            long partVersion,
            String number,
            String name,
            String unit,
            boolean serialised,
            String gtin,
            UUID supersededById,
            List<UUID> substituteIds,
            List<InventoryEvent.UnitFactor> otherUnits) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StockLocationRegistered(
            UUID locationId, long locationVersion, String kind, String name, UUID technicianId) {}

    record UnitCost(
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) {}

    record PartUsageCosted(UUID usageId, UUID orderId, UUID partId, UnitCost unitCost, Instant costedAt) {}

    record ReadinessChanged(
            UUID orderId,
            UUID ticketId,
            long readinessVersion,
            PartsReadiness parts,
            List<InventoryEvent.MissingPart> missing,
            Instant changedAt) {}

    @Override
    public Message write(DomainEvent event) {
        return switch ((InventoryEvent) event) {
            case InventoryEvent.PartRegistered e ->
                message(
                        Topics.PART_REGISTERED,
                        e.part().id(),
                        new PartRegistered(
                                e.part().id(),
                                e.part().version(),
                                e.number(),
                                e.name(),
                                e.unit(),
                                e.serialised(),
                                e.gtin(),
                                e.supersededById(),
                                e.substituteIds(),
                                e.otherUnits()));
            case InventoryEvent.LocationRegistered e ->
                message(
                        Topics.STOCK_LOCATION_REGISTERED,
                        e.location().id(),
                        new StockLocationRegistered(
                                e.location().id(), e.location().version(), e.kind(), e.name(), e.technicianId()));
            case InventoryEvent.UsageCosted e ->
                message(
                        Topics.PART_USAGE_COSTED,
                        e.orderId(),
                        new PartUsageCosted(
                                e.usageId(),
                                e.orderId(),
                                e.partId(),
                                new UnitCost(e.unitCost(), e.currency()),
                                e.costedAt()));
            case InventoryEvent.ReadinessChanged e ->
                message(
                        Topics.PARTS_READINESS,
                        e.plan().id(),
                        new ReadinessChanged(
                                e.plan().id(),
                                e.ticketId(),
                                e.plan().version(),
                                e.parts(),
                                e.missing(),
                                e.changedAt()));
        };
    }

    private static Message message(String topic, UUID key, Object payload) {
        return new Message(topic, 1, key.toString(), payload);
    }
}
