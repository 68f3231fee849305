package dev.fieldservice.workorder.comments;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.workorder.workorders.Entry;
import dev.fieldservice.workorder.workorders.WorkOrder;
import jakarta.persistence.Entity;
import java.util.UUID;

/** Something worth telling among colleagues; the customer does not sign it. */
@Entity
public class Comment extends Entry {

    UUID authorId;
    String authorName;
    String text;

    protected Comment() {}

    Comment(WorkOrder order, String text, By by) {
        super(order, "comments", order.isOpen(), by);
        this.authorId = by.id();
        this.authorName = by.caller().name();
        this.text = text;
        recorded("COMMENT", by.at(), text, by);
    }
}
