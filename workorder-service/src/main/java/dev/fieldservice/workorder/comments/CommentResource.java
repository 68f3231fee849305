package dev.fieldservice.workorder.comments;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.workorder.workorders.Visibility;
import dev.fieldservice.workorder.workorders.WorkOrderCommands;
import dev.fieldservice.workorder.workorders.WorkOrderReads;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
    private final WorkOrderReads reads;
    private final Queries queries;

    public CommentResource(WorkOrderCommands commands, WorkOrderReads reads, Queries queries) {
        this.commands = commands;
        this.reads = reads;
        this.queries = queries;
    }

    @GET
    @RolesAllowed({Role.TECHNICIAN, Role.SUPERVISOR, Role.DISPATCHER, Role.ADMIN})
    @Operation(operationId = "listWorkOrderComments", summary = "What the colleagues told each other, oldest first")
    public Uni<Page<CommentView>> list(@RestPath UUID id, @Valid @BeanParam PageRequest page) {
        Uni<Page<Comment>> comments = queries.page(Comment.class, Filters.of("workOrderId", id), page);
        return reads.find(id, (session, order) -> Uni.createFrom().item(order.id()))
                .chain(found -> comments)
                .map(found -> found.map(CommentView::of));
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
