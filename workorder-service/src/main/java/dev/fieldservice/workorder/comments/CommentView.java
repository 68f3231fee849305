package dev.fieldservice.workorder.comments;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "WorkOrderComment")
public record CommentView(UUID id, UUID authorId, String authorName, String text, Instant recordedAt) {

    public static CommentView of(Comment c) {
        return new CommentView(c.id(), c.authorId, c.authorName, c.text, c.recordedAt());
    }
}
