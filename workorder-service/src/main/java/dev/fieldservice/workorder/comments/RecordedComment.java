package dev.fieldservice.workorder.comments;

import dev.fieldservice.workorder.workorders.WorkOrderChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A comment as it was recorded. */
@Schema(name = "RecordedComment")
public record RecordedComment(CommentView comment, WorkOrderChange workOrder) {

    static RecordedComment of(Comment made, WorkOrderChange order) {
        return new RecordedComment(CommentView.of(made), order);
    }
}
