package dev.fieldservice.workorder.parts;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.workorder.visits.DeviceTime;
import dev.fieldservice.workorder.workorders.WorkOrder;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part that was used, or the counter-entry that takes a usage back. Nothing is ever deleted. */
@Entity
public class PartUsage {

    @Schema(name = "PartUsageState")
    public enum State {
        RECORDED,
        REVERSED
    }

    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    WorkOrder workOrder;

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
    Instant recordedAt;
    UUID reversalOf;
    String reason;

    protected PartUsage() {}

    private PartUsage(WorkOrder workOrder, By by) {
        this.id = Ids.next();
        this.workOrder = workOrder;
        this.state = State.RECORDED;
        this.technicianId = by.id();
        this.technicianName = by.caller().name();
        this.recordedAt = by.at();
    }

    /** Refused with 422 where the part is not counted or numbered like that. */
    static PartUsage of(WorkOrder order, UsePart request, KnownPart part, UUID stockLocationId, By by) {
        part.requireUsable(request);
        PartUsage usage = new PartUsage(order, by);
        usage.partId = part.partId;
        usage.partNumber = part.number;
        usage.partName = part.name;
        usage.amount = request.quantity().amount();
        usage.unit = part.unit;
        usage.stockLocationId = stockLocationId;
        usage.installedSerial = request.installedSerial();
        usage.removedSerial = request.removedSerial();
        usage.occurredAt = DeviceTime.of(request.occurredAt(), by);
        return usage;
    }

    /** Marks this as taken back and returns the entry that says so. */
    public PartUsage reverse(String why, By by) {
        if (isReversal()) {
            throw new Refusal.Conflict("not-reversible", "This entry itself takes a usage back. Record the part again.")
                    .refused();
        }
        if (state == State.REVERSED) {
            throw new Refusal.Conflict("already-reversed", "This usage has been taken back before.").refused();
        }
        state = State.REVERSED;
        PartUsage counter = new PartUsage(workOrder, by);
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
        return counter;
    }

    public UUID id() {
        return id;
    }

    public Instant occurredAt() {
        return occurredAt;
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
    public String words() {
        return "%s %s %s %s".formatted(amount.stripTrailingZeros().toPlainString(), unit, partNumber, partName);
    }
}
