package dev.fieldservice.workorder.comments;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.workorder.workorders.Reversal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WorkOrderComment")
public record CommentView(
        UUID id,
        UUID authorId,
        String authorName,

        @Schema(nullable = true, description = "Only in the history once it was taken back")
        String text,

        Instant recordedAt,
        @Schema(nullable = true) Reversal reversal) {

    public static CommentView of(Comment c) {
        return new CommentView(
                c.id(), c.authorId, c.authorName, c.reversal == null ? c.text : null, c.recordedAt(), c.reversal);
    }
}
