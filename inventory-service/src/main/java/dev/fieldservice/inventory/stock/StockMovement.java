package dev.fieldservice.inventory.stock;

import dev.fieldservice.inventory.events.InventoryEvent;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;

/** One entry of the ledger. It is never changed; what was wrong is put right by another entry. */
@Entity
@Immutable
public class StockMovement extends Aggregate {

    UUID partId;
    UUID locationId;

    @Enumerated(EnumType.STRING)
    MovementKind kind;

    /** Positive for what comes, negative for what goes. */
    BigDecimal quantity;

    String unit;

    /** What it was booked for; booked once, however often it is told. */
    UUID sourceId;

    UUID reversalOf;

    /** The transfer, count or return to a supplier that it belongs to; null if it belongs to none. */
    UUID documentId;

    /** The entry on the other side; null where what came or went is on no other side of ours. */
    UUID counterId;

    UUID orderId;
    UUID ticketId;
    String reference;
    String supplier;

    /** Why it takes another back, or was booked although a rule would refuse it. */
    String reason;

    UUID actorId;
    Instant occurredAt;
    Instant recordedAt;

    /** What one unit cost when it was booked, in the company's currency; null if no price of the part was known. */
    @Formula("(select v.unit_cost from stock_valuation v where v.movement_id = id)")
    BigDecimal unitCost;

    @Formula("(select v.currency from stock_valuation v where v.movement_id = id)")
    String currency;

    /** What one unit costs by whoever books it; null if nobody says so. */
    @Transient
    BigDecimal price;

    protected StockMovement() {}

    static StockMovement receipt(StockReceipt receipt, By by) {
        StockMovement movement = new StockMovement();
        movement.id = Ids.next();
        movement.kind = MovementKind.RECEIPT;
        movement.sourceId = movement.id;
        movement.partId = receipt.partId();
        movement.locationId = receipt.locationId();
        movement.quantity = receipt.quantity().amount();
        movement.unit = receipt.quantity().unit();
        movement.reference = receipt.reference();
        movement.supplier = receipt.supplier();
        movement.reason = receipt.repeatReason();
        movement.price = receipt.unitCost() == null ? null : receipt.unitCost().amount();
        movement.actorId = by.id();
        movement.occurredAt = by.at();
        movement.recordedAt = by.at();
        return movement;
    }

    /** The counter-entry of a receipt. */
    static StockMovement takingBack(StockMovement receipt, String reason, By by) {
        StockMovement movement = new StockMovement();
        movement.id = Ids.next();
        movement.kind = MovementKind.RECEIPT_REVERSAL;
        movement.sourceId = movement.id;
        movement.reversalOf = receipt.sourceId;
        movement.partId = receipt.partId;
        movement.locationId = receipt.locationId;
        movement.quantity = receipt.quantity.negate();
        movement.unit = receipt.unit;
        movement.reference = receipt.reference;
        movement.supplier = receipt.supplier;
        movement.reason = reason;
        movement.actorId = by.id();
        movement.occurredAt = by.at();
        movement.recordedAt = by.at();
        return movement;
    }

    static StockMovement usage(PartsConsumed usage, By by) {
        StockMovement movement = new StockMovement();
        movement.id = Ids.next();
        movement.kind = usage.isReversal() ? MovementKind.REVERSAL : MovementKind.CONSUMPTION;
        movement.sourceId = usage.usageId();
        movement.reversalOf = usage.reversalOf();
        movement.partId = usage.partId();
        movement.locationId = usage.stockLocationId();
        movement.quantity = usage.change();
        movement.unit = usage.quantity().unit();
        movement.orderId = usage.orderId();
        movement.ticketId = usage.ticketId();
        movement.actorId = usage.technicianId();
        movement.occurredAt = usage.occurredAt();
        movement.recordedAt = by.at();
        return movement;
    }

    /** The counter-entry of what a count had seen before it was told. */
    static StockMovement seenBy(UUID count, StockMovement told, By by) {
        StockMovement movement = new StockMovement();
        movement.id = Ids.next();
        movement.kind = MovementKind.COUNT_ADJUSTMENT;
        movement.sourceId = movement.id;
        movement.partId = told.partId;
        movement.locationId = told.locationId;
        movement.quantity = told.quantity.negate();
        movement.unit = told.unit;
        movement.documentId = count;
        movement.counterId = told.id;
        movement.reason = "It was told after the count, which had seen it";
        movement.actorId = told.actorId;
        movement.occurredAt = by.at();
        movement.recordedAt = by.at();
        return movement;
    }

    /** The ledger has booked it at this cost. What was used is told to whoever reckons what a job cost. @param cost null if unknown */
    void costs(BigDecimal cost, String in) {
        unitCost = cost;
        currency = in;
        if (kind == MovementKind.CONSUMPTION && cost != null) {
            raise(new InventoryEvent.UsageCosted(sourceId, orderId, partId, cost, in, recordedAt));
        }
    }

    static StockMovement of(Posting posting, By by) {
        StockMovement movement = new StockMovement();
        movement.id = posting.id();
        movement.kind = posting.kind();
        movement.sourceId = movement.id;
        movement.partId = posting.partId();
        movement.locationId = posting.locationId();
        movement.quantity = posting.quantity();
        movement.unit = posting.unit();
        movement.documentId = posting.documentId();
        movement.counterId = posting.counterId();
        movement.reason = posting.reason();
        movement.actorId = by.id();
        movement.occurredAt = posting.occurredAt() == null ? by.at() : posting.occurredAt();
        movement.recordedAt = by.at();
        return movement;
    }

    /** Says in the ticket's history what was booked and what is left. */
    void tell(Place place, BigDecimal onHand, By by) {
        String action = switch (kind) {
            case RECEIPT -> "STOCK_RECEIVED";
            case CONSUMPTION -> "STOCK_CONSUMED";
            case REVERSAL -> "STOCK_RETURNED";
            case RECEIPT_REVERSAL -> "STOCK_RECEIPT_REVERSED";
            case TRANSFER_OUT -> "STOCK_SENT";
            case TRANSFER_IN -> "STOCK_ARRIVED";
            case TRANSFER_LOSS -> "STOCK_LOST";
            case TRANSFER_SURPLUS -> "STOCK_SURPLUS";
            case COUNT_ADJUSTMENT -> "STOCK_ADJUSTED";
            case DECANTING -> "STOCK_DECANTED";
            case RECOVERY -> "STOCK_RECOVERED";
            case WEIGHING_ADJUSTMENT -> "STOCK_WEIGHED";
            case SUPPLIER_RETURN -> quantity.signum() < 0 ? "STOCK_SENT_BACK" : "STOCK_CAME_BACK";
        };
        note(
                action,
                by,
                occurredAt,
                "%s %s %s, %s; %s %s left%s"
                        .formatted(
                                quantity.abs().toPlainString(),
                                unit,
                                place.partName(),
                                place.locationName(),
                                onHand.toPlainString(),
                                unit,
                                reason == null ? "" : ": " + reason));
    }

    @Override
    public String kind() {
        return "stock-movement";
    }

    @Override
    public UUID correlationId() {
        return ticketId;
    }
}
