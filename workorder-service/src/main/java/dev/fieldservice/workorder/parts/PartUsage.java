package dev.fieldservice.workorder.parts;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.workorder.events.WorkOrderEvent;
import dev.fieldservice.workorder.visits.DeviceTime;
import dev.fieldservice.workorder.workorders.Entry;
import dev.fieldservice.workorder.workorders.WorkOrder;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part that was used, or the counter-entry that takes a usage back. Nothing is ever deleted. */
@Entity
public class PartUsage extends Entry {

    @Schema(name = "PartUsageState")
    public enum State {
        RECORDED,
        REVERSED
    }

    @Enumerated(EnumType.STRING)
    State state;

    UUID partId;
    String partNumber;
    String partName;
    BigDecimal amount;
    String unit;
    UUID stockLocationId;
    String installedSerial;
    String removedSerial;
    UUID technicianId;
    String technicianName;
    Instant occurredAt;
    UUID reversalOf;
    String reason;

    protected PartUsage() {}

    private PartUsage(WorkOrder order, By by) {
        super(order, "parts", order.isUnderWay(), by);
        this.state = State.RECORDED;
        this.technicianId = by.id();
        this.technicianName = by.caller().name();
    }

    /** Refused with 422 where the part is not counted or numbered like that. */
    static PartUsage of(WorkOrder order, UsePart request, KnownPart part, UUID stockLocationId, By by) {
        PartUsage usage = new PartUsage(order, by);
        part.requireUsable(request);
        usage.partId = part.partId;
        usage.partNumber = part.number;
        usage.partName = part.name;
        usage.amount = request.quantity().amount();
        usage.unit = part.unit;
        usage.stockLocationId = stockLocationId;
        usage.installedSerial = request.installedSerial();
        usage.removedSerial = request.removedSerial();
        usage.occurredAt = DeviceTime.of(request.occurredAt(), by);
        usage.recorded("USE_PART", usage.occurredAt, usage.words(), by);
        usage.tell(order);
        return usage;
    }

    /** Marks this as taken back and returns the entry that says so. */
    PartUsage reverse(WorkOrder order, String why, By by) {
        PartUsage counter = new PartUsage(order, by);
        requireReversible();
        counter.partId = partId;
        counter.partNumber = partNumber;
        counter.partName = partName;
        counter.amount = amount;
        counter.unit = unit;
        counter.stockLocationId = stockLocationId;
        counter.installedSerial = installedSerial;
        counter.removedSerial = removedSerial;
        counter.occurredAt = by.at();
        counter.reversalOf = id;
        counter.reason = why;
        counter.recorded("REVERSE_PART", by.at(), words() + ": " + why, by);
        counter.tell(order);
        state = State.REVERSED;
        return counter;
    }

    private void requireReversible() {
        if (isReversal()) {
            throw new Refusal.Conflict("not-reversible", "This entry itself takes a usage back. Record the part again.")
                    .refused();
        }
        if (state == State.REVERSED) {
            throw new Refusal.Conflict("already-reversed", "This usage has been taken back before.").refused();
        }
    }

    /** Inventory and billing are told. */
    private void tell(WorkOrder order) {
        raise(new WorkOrderEvent.PartsConsumed(
                id,
                workOrderId,
                order.correlationId(),
                partId,
                quantity(),
                stockLocationId,
                installedSerial,
                removedSerial,
                technicianId,
                occurredAt,
                reversalOf));
    }

    public Quantity quantity() {
        return new Quantity(amount, unit);
    }

    /** Says whether it is in the machine and to be paid for. */
    public boolean counts() {
        return state == State.RECORDED && !isReversal();
    }

    public boolean isReversed() {
        return state == State.REVERSED;
    }

    private boolean isReversal() {
        return reversalOf != null;
    }

    /** For people who read the history. */
    private String words() {
        return "%s %s %s %s".formatted(amount.stripTrailingZeros().toPlainString(), unit, partNumber, partName);
    }
}
