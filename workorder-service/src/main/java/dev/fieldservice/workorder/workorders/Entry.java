package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.aggregates.Recorded;
import dev.fieldservice.platform.aggregates.Subject;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that is recorded on a work order: a part, some time, a comment, a signature. It asks the locked order whether it
 * may be, is written once, and stands in the order's history; the order counts it and grows a version.
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
        order.require(mayBeRecorded, kind);
        this.id = Ids.next();
        this.workOrderId = order.id();
        this.recordedAt = by.at();
        this.order = order;
    }

    /** To be called last, when nothing can be said against it any more; refused with 422 when the order is full. */
    protected void recorded(String action, Instant occurredAt, String detail, By by) {
        order.recorded(by);
        note(action, by, occurredAt, detail);
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
