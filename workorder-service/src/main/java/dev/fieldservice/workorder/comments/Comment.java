package dev.fieldservice.workorder.comments;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.workorder.workorders.Entry;
import dev.fieldservice.workorder.workorders.Reversal;
import dev.fieldservice.workorder.workorders.WorkOrder;
import jakarta.persistence.Entity;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Something worth telling among colleagues; the customer does not sign it. */
@Entity
public class Comment extends Entry {

    UUID authorId;
    String authorName;
    String text;

    /** Null for as long as it stands. */
    @JdbcTypeCode(SqlTypes.JSON)
    Reversal reversal;

    protected Comment() {}

    Comment(WorkOrder order, String text, By by) {
        super(order, "comments", order.isOpen(), by);
        this.authorId = by.id();
        this.authorName = by.caller().name();
        this.text = text;
        recorded("COMMENT", by.at(), text, by);
    }

    /** Not to be read any more, but for the history. Its author takes it back, or a supervisor. */
    void reverse(WorkOrder order, String why, By by) {
        on(order, "comments", by);
        if (!by.id().equals(authorId) && !by.caller().is(Role.SUPERVISOR)) {
            throw recordedByAnother();
        }
        if (reversal != null) {
            throw alreadyReversed("comment");
        }
        reversal = Reversal.of(why, by);
        changed("REVERSE_COMMENT", why, by);
    }
}
