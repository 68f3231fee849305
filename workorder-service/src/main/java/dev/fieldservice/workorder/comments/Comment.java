package dev.fieldservice.workorder.comments;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.workorder.workorders.WorkOrder;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;

/** Something worth telling among colleagues; the customer does not sign it. */
@Entity
public class Comment {

    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    WorkOrder workOrder;

    UUID authorId;
    String authorName;
    String text;
    Instant recordedAt;

    protected Comment() {}

    public Comment(WorkOrder workOrder, String text, By by) {
        this.id = Ids.next();
        this.workOrder = workOrder;
        this.authorId = by.id();
        this.authorName = by.caller().name();
        this.text = text;
        this.recordedAt = by.at();
    }
}
