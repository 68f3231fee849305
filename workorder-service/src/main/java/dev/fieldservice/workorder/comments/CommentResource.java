package dev.fieldservice.workorder.comments;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.workorder.workorders.Visibility;
import dev.fieldservice.workorder.workorders.WorkOrderCommands;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/work-orders/{id}/comments")
@Tag(name = "Comments", description = "What colleagues tell each other about a job")
@RolesAllowed({Role.TECHNICIAN, Role.SUPERVISOR, Role.DISPATCHER})
public class CommentResource {

    private final WorkOrderCommands commands;

    public CommentResource(WorkOrderCommands commands) {
        this.commands = commands;
    }

    @POST
    @Operation(operationId = "commentWorkOrder", summary = "Tell the colleagues something")
    public Uni<RestResponse<RecordedComment>> comment(@RestPath UUID id, @Valid @NotNull NewComment comment) {
        return commands.record(
                Visibility.TOOK_PART_OR_OFFICE,
                id,
                comment,
                (tx, order) -> Uni.createFrom().item(new Comment(order, comment.text(), tx.by())),
                RecordedComment.class,
                RecordedComment::of);
    }

    @POST
    @Path("/{commentId}/reverse")
    @Operation(
            operationId = "reverseComment",
            summary = "Take a comment back",
            description = "Its author does, or a supervisor. The history keeps what was said.")
    public Uni<RestResponse<RecordedComment>> reverse(
            @RestPath UUID id, @RestPath UUID commentId, @Valid @NotNull Reason why) {
        return commands.record(
                Visibility.TOOK_PART_OR_OFFICE,
                id,
                why,
                (tx, order) -> Comments.reverse(tx, order, commentId, why.reason()),
                RecordedComment.class,
                RecordedComment::of);
    }
}
