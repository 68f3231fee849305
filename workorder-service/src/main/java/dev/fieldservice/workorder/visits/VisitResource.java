package dev.fieldservice.workorder.visits;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.workorder.workorders.WorkOrder;
import dev.fieldservice.workorder.workorders.WorkOrderCommands;
import dev.fieldservice.workorder.workorders.WorkOrderView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The steps of a visit, each one tap on the technician's phone. */
@Path("/v1/work-orders/{id}")
@Tag(name = "Visits", description = "The technician on the way and at work")
@RolesAllowed(Role.TECHNICIAN)
public class VisitResource {

    private final WorkOrderCommands commands;

    public VisitResource(WorkOrderCommands commands) {
        this.commands = commands;
    }

    @POST
    @Path("/accept")
    @Operation(operationId = "acceptWorkOrder", summary = "I will go")
    public Uni<RestResponse<WorkOrderView>> accept(@RestPath UUID id) {
        return step(id, null, WorkOrder::accept);
    }

    @POST
    @Path("/reject")
    @Operation(operationId = "rejectWorkOrder", summary = "I cannot go, and this is why")
    public Uni<RestResponse<WorkOrderView>> reject(@RestPath UUID id, @Valid @NotNull Reason why) {
        return step(id, why, (order, by) -> order.reject(why.reason(), by));
    }

    @POST
    @Path("/travel")
    @Operation(operationId = "travelToWorkOrder", summary = "I am on my way")
    public Uni<RestResponse<WorkOrderView>> travel(@RestPath UUID id, @Valid MoveRequest move) {
        return step(id, move, (order, by) -> order.travel(MoveRequest.of(move), by));
    }

    @POST
    @Path("/arrive")
    @Operation(operationId = "arriveAtWorkOrder", summary = "I am on site")
    public Uni<RestResponse<WorkOrderView>> arrive(@RestPath UUID id, @Valid MoveRequest move) {
        return step(id, move, (order, by) -> order.arrive(MoveRequest.of(move), by));
    }

    @POST
    @Path("/start")
    @Operation(
            operationId = "startWorkOrder",
            summary = "Work begins",
            description =
                    "Keeps the position and its distance from the site. A bad or missing fix does not keep from working.")
    public Uni<RestResponse<WorkOrderView>> start(@RestPath UUID id, @Valid MoveRequest move) {
        return step(id, move, (order, by) -> order.start(MoveRequest.of(move), by));
    }

    @POST
    @Path("/pause")
    @Operation(operationId = "pauseWorkOrder", summary = "Work rests, and this is why")
    public Uni<RestResponse<WorkOrderView>> pause(@RestPath UUID id, @Valid @NotNull Reason why) {
        return step(id, why, (order, by) -> order.pause(why.reason(), by));
    }

    @POST
    @Path("/resume")
    @Operation(operationId = "resumeWorkOrder", summary = "Work goes on")
    public Uni<RestResponse<WorkOrderView>> resume(@RestPath UUID id) {
        return step(id, null, WorkOrder::resume);
    }

    @POST
    @Path("/complete")
    @Operation(
            operationId = "completeWorkOrder",
            summary = "The technician is done",
            description = "A supervisor reviews it next; it is billed when that one has approved.")
    public Uni<RestResponse<WorkOrderView>> complete(@RestPath UUID id, @Valid @NotNull Completion completion) {
        return step(id, completion, (order, by) -> order.complete(completion, by));
    }

    @POST
    @Path("/hand-over")
    @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR})
    @Operation(
            operationId = "handOverWorkOrder",
            summary = "Whoever has set out drops out; somebody else is to go on",
            description =
                    "Ends the visit where it stands. The service order then waits for a follow-up visit, which is assigned as any other; what was recorded stays.")
    public Uni<RestResponse<WorkOrderView>> handOver(@RestPath UUID id, @Valid @NotNull Reason why) {
        return commands.byReaderWith(id, why, (tx, order) -> {
            order.handOver(why.reason(), tx.by());
            return ActiveWork.release(tx, order.id());
        });
    }

    /** Each step decides anew who is busy with what. */
    private Uni<RestResponse<WorkOrderView>> step(UUID id, Object body, BiConsumer<WorkOrder, By> change) {
        return commands.byTechnicianWith(id, body, (tx, order) -> {
            change.accept(order, tx.by());
            return order.isOccupying()
                    ? ActiveWork.occupy(tx, order.id(), order.crew())
                    : ActiveWork.release(tx, order.id());
        });
    }
}
