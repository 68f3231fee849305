package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.aggregates.Recorded;
import dev.fieldservice.platform.aggregates.Subject;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that is recorded on a work order: a part, some time, a comment, a signature. It asks the locked order whether it
 * may be, is written once, and stands in the order's history; the order counts it and grows a version. What was recorded
 * wrongly is taken back, with a reason, and recorded anew: the row stays, and says who took it back and why.
 */
@MappedSuperclass
public abstract class Entry extends Recorded {

    protected UUID workOrderId;
    protected Instant recordedAt;

    @Transient
    private WorkOrder order;

    protected Entry() {}

    /**
     * Refused with 409 where the order does not take it now.
     *
     * @param kind as it stands in the URL
     * @param mayBeRecorded what the order says to whether such a thing may be recorded now
     */
    protected Entry(WorkOrder order, String kind, boolean mayBeRecorded, By by) {
        require(order, kind, mayBeRecorded, by);
        this.id = Ids.next();
        this.workOrderId = order.id();
        this.recordedAt = by.at();
        this.order = order;
    }

    /** Refused with 409 where the order does not take it now; the same as what the constructor asks, for those who ask before. */
    protected static void require(WorkOrder order, String kind, boolean mayBeRecorded, By by) {
        order.require(mayBeRecorded, kind, by);
    }

    /** To be called last, when nothing can be said against it any more; refused with 422 when the order is full. */
    protected void recorded(String action, Instant occurredAt, String detail, By by) {
        order.recorded(by);
        note(action, by, occurredAt, detail);
    }

    /**
     * For an entry that was read: its order is known from now on. Refused with 409 where the order takes no changes any more.
     *
     * @param kind as it stands in the URL
     */
    protected void on(WorkOrder locked, String kind, By by) {
        locked.require(locked.isOpen(), kind, by);
        order = locked;
    }

    /** The same where it is to be taken back, which a reviewer may do of what is closed. */
    protected void takenBackOn(WorkOrder locked, String kind, By by) {
        Reviewing.requireTakesBack(locked, kind, by);
        order = locked;
    }

    /** Something about it has changed that the history tells. */
    protected void changed(String action, String detail, By by) {
        order.touch(by);
        note(action, by, by.at(), detail);
    }

    /** What was taken back once is not taken back again; refused with 409. */
    protected static Refused alreadyReversed(String what) {
        return new Refusal.Conflict("already-reversed", "This %s has been taken back before.".formatted(what))
                .refused();
    }

    /** What others have recorded is theirs; refused with 403. */
    protected static Refused recordedByAnother() {
        return new Refusal.Forbidden(
                        "recorded-by-another", "Whoever recorded it takes it back, or who has the job now.")
                .refused();
    }

    public UUID workOrderId() {
        return workOrderId;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    @Override
    public Subject subject() {
        return order.subject();
    }
}
