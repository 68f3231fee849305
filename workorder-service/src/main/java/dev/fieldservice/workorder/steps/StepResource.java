package dev.fieldservice.workorder.steps;

import static dev.fieldservice.workorder.workorders.Visibility.CREW;
import static dev.fieldservice.workorder.workorders.Visibility.CREW_AND_OFFICE;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.workorder.workorders.Visibility;
import dev.fieldservice.workorder.workorders.WorkOrderChange;
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

/** The steps of a visit, each one tap on the technician's phone. */
@Path("/v1/work-orders/{id}")
@Tag(name = "Visits", description = "The technician on the way and at work")
@RolesAllowed(Role.TECHNICIAN)
public class StepResource {

    private final WorkOrderCommands commands;

    public StepResource(WorkOrderCommands commands) {
        this.commands = commands;
    }

    @POST
    @Path("/accept")
    @Operation(operationId = "acceptWorkOrder", summary = "I will go")
    public Uni<RestResponse<WorkOrderChange>> accept(@RestPath UUID id) {
        return step(CREW, id, null, Steps::accept);
    }

    @POST
    @Path("/reject")
    @Operation(operationId = "rejectWorkOrder", summary = "I cannot go, and this is why")
    public Uni<RestResponse<WorkOrderChange>> reject(@RestPath UUID id, @Valid @NotNull Reason why) {
        return step(CREW, id, why, (order, visit, by) -> Steps.reject(order, visit, why.reason(), by));
    }

    @POST
    @Path("/travel")
    @Operation(operationId = "travelToWorkOrder", summary = "I am on my way")
    public Uni<RestResponse<WorkOrderChange>> travel(@RestPath UUID id, @Valid MoveRequest move) {
        return step(CREW, id, move, (order, visit, by) -> Steps.travel(order, visit, MoveRequest.of(move), by));
    }

    @POST
    @Path("/arrive")
    @Operation(operationId = "arriveAtWorkOrder", summary = "I am on site")
    public Uni<RestResponse<WorkOrderChange>> arrive(@RestPath UUID id, @Valid MoveRequest move) {
        return step(CREW, id, move, (order, visit, by) -> Steps.arrive(order, visit, MoveRequest.of(move), by));
    }

    @POST
    @Path("/start")
    @Operation(
            operationId = "startWorkOrder",
            summary = "Work begins",
            description =
                    "Keeps the position and its distance from the site. A bad or missing fix does not keep from working.")
    public Uni<RestResponse<WorkOrderChange>> start(@RestPath UUID id, @Valid MoveRequest move) {
        return step(CREW, id, move, (order, visit, by) -> Steps.start(order, visit, MoveRequest.of(move), by));
    }

    @POST
    @Path("/pause")
    @Operation(operationId = "pauseWorkOrder", summary = "Work rests, and this is why")
    public Uni<RestResponse<WorkOrderChange>> pause(@RestPath UUID id, @Valid @NotNull Reason why) {
        return step(CREW, id, why, (order, visit, by) -> Steps.pause(order, visit, why.reason(), by));
    }

    @POST
    @Path("/resume")
    @Operation(operationId = "resumeWorkOrder", summary = "Work goes on")
    public Uni<RestResponse<WorkOrderChange>> resume(@RestPath UUID id) {
        return step(CREW, id, null, Steps::resume);
    }

    @POST
    @Path("/complete")
    @Operation(
            operationId = "completeWorkOrder",
            summary = "The technician is done",
            description = "A supervisor reviews it next; it is billed when that one has approved.")
    public Uni<RestResponse<WorkOrderChange>> complete(@RestPath UUID id, @Valid @NotNull Completion completion) {
        return step(CREW, id, completion, (order, visit, by) -> Steps.complete(order, visit, completion, by));
    }

    @POST
    @Path("/hand-over")
    @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR})
    @Operation(
            operationId = "handOverWorkOrder",
            summary = "Whoever has set out drops out; somebody else is to go on",
            description =
                    "Ends the visit where it stands. The service order then waits for a follow-up visit, which is assigned as any other; what was recorded stays.")
    public Uni<RestResponse<WorkOrderChange>> handOver(@RestPath UUID id, @Valid @NotNull Reason why) {
        return step(CREW_AND_OFFICE, id, why, (order, visit, by) -> Steps.handOver(order, visit, why.reason(), by));
    }

    private Uni<RestResponse<WorkOrderChange>> step(Visibility whose, UUID id, Object body, Steps.Step step) {
        return commands.change(whose, id, body, (tx, order) -> Steps.take(tx, order, step));
    }
}
