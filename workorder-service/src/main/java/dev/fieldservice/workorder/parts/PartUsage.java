package dev.fieldservice.workorder.parts;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.text.ComparedText;
import dev.fieldservice.workorder.events.WorkOrderEvent;
import dev.fieldservice.workorder.visits.Attendance;
import dev.fieldservice.workorder.visits.TimesConfig;
import dev.fieldservice.workorder.workorders.Entry;
import dev.fieldservice.workorder.workorders.Reviewing;
import dev.fieldservice.workorder.workorders.WorkOrder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** Null if nothing came out. */
    UUID removedPartId;

    /** As it was called then; null also where it was recorded before that was kept, and so is the name. */
    String removedPartNumber;

    String removedPartName;

    /** Of the container out of which it came; null if none was named. */
    String containerNumber;

    /** Whether its serial numbers are those of single pieces, so that each can be in one machine only. */
    boolean tracked;

    /** The same for the number of what came out. */
    boolean removedTracked;

    /** The usage that took out again what this one installed. Written by the database alone, as is the next. */
    @Column(insertable = false, updatable = false)
    UUID takenOutBy;

    /** The usage that installed again what this one took out, or took it out for a reason. */
    @Column(insertable = false, updatable = false)
    UUID putInBy;

    UUID technicianId;
    String technicianName;
    Instant occurredAt;
    UUID reversalOf;
    String reason;
    String removalReason;

    protected PartUsage() {}

    private PartUsage(WorkOrder order, boolean mayBeRecorded, By by) {
        super(order, "parts", mayBeRecorded, by);
        this.state = State.RECORDED;
        this.technicianId = by.id();
        this.technicianName = by.caller().name();
    }

    /**
     * Refused with 422 where the part is not counted or numbered like that.
     *
     * @param there the caller's visits
     */
    static PartUsage of(
            WorkOrder order, Attendance there, UsePart request, Catalogue.Taken from, TimesConfig times, By by) {
        KnownPart part = from.part();
        PartUsage usage = new PartUsage(order, order.isOpen() && there.mayHaveWorked(), by);
        part.requireUsable(request);
        usage.partId = part.partId;
        usage.partNumber = part.number;
        usage.partName = part.name;
        usage.amount = request.quantity().amount();
        usage.unit = part.unit;
        usage.stockLocationId = from.place();
        usage.installedSerial = request.installedSerial();
        usage.tracked = part.isNumbered() && usage.installedSerial != null;
        usage.takesOut(request, from.cameOut());
        usage.containerNumber = request.containerNumber();
        usage.reason = request.reinstallReason();
        usage.removalReason = request.removalReason();
        usage.occurredAt = there.timeOfUse(request.occurredAt(), times, by);
        usage.recorded("USE_PART", usage.occurredAt, usage.wordsWithReasons(), by);
        usage.tell(order);
        return usage;
    }

    /**
     * Marks this as taken back and returns the entry that says so, for which there is always room.
     *
     * @param mover the usage that moved on what this one installed; empty if none did
     */
    PartUsage reverse(WorkOrder order, String why, Optional<PartUsage> mover, By by) {
        Reviewing.requireTakesBack(order, "parts", by);
        if (order.isOpen()) {
            requireOwn(order, by);
        }
        requireReversible(mover);
        PartUsage counter = new PartUsage(order, true, by);
        counter.partId = partId;
        counter.partNumber = partNumber;
        counter.partName = partName;
        counter.amount = amount;
        counter.unit = unit;
        counter.stockLocationId = stockLocationId;
        counter.installedSerial = installedSerial;
        counter.removedSerial = removedSerial;
        counter.removedPartId = removedPartId;
        counter.removedPartNumber = removedPartNumber;
        counter.removedPartName = removedPartName;
        counter.containerNumber = containerNumber;
        counter.tracked = tracked;
        counter.removedTracked = removedTracked;
        counter.occurredAt = by.at();
        counter.reversalOf = id;
        counter.reason = why;
        counter.changed("REVERSE_PART", counter.wordsWithReasons(), by);
        counter.tell(order);
        state = State.REVERSED;
        return counter;
    }

    private void takesOut(UsePart request, KnownPart part) {
        if (request.removedSerial() != null) {
            removedSerial = request.removedSerial();
            removedPartId = part.partId;
            removedPartNumber = part.number;
            removedPartName = part.name;
            removedTracked = part.isNumbered();
        }
    }

    /** Whoever has the order now may put all of it right, whoever had it before what is theirs. */
    private void requireOwn(WorkOrder order, By by) {
        if (!order.crew().contains(by.id()) && !isBy(by.id())) {
            throw recordedByAnother();
        }
    }

    private void requireReversible(Optional<PartUsage> mover) {
        if (isReversal()) {
            throw new Refusal.Conflict("not-reversible", "This entry itself takes a usage back. Record the part again.")
                    .refused();
        }
        if (state == State.REVERSED) {
            throw alreadyReversed("usage");
        }
        if (putInBy != null || mover.filter(other -> !other.installs(this)).isPresent()) {
            throw new Refusal.Conflict(
                            "piece-moved-on",
                            "Another usage since has moved the piece with this serial number. Take that one back first.")
                    .refused();
        }
    }

    /** The same piece, for a reason: it stays where this put it, whether it was ever where the other says or not. */
    private boolean installs(PartUsage other) {
        return partId.equals(other.partId)
                && installedSerial != null
                && ComparedText.areOne(installedSerial, other.installedSerial);
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
                removedPartId,
                containerNumber,
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

    public boolean isBy(UUID whose) {
        return technicianId.equals(whose);
    }

    private boolean isReversal() {
        return reversalOf != null;
    }

    /** For people who read the history. */
    private String wordsWithReasons() {
        return Stream.of(words(), reason, removalReason)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(": "));
    }

    private String words() {
        return "%s %s %s %s".formatted(amount.stripTrailingZeros().toPlainString(), unit, partNumber, partName);
    }
}
