package dev.fieldservice.workorder.steps;

import static dev.fieldservice.workorder.workorders.Visibility.HAD_IT;
import static dev.fieldservice.workorder.workorders.Visibility.TOOK_PART_OR_OFFICE;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.workorder.visits.VisitLifecycle.Command;
import dev.fieldservice.workorder.workorders.SignatureLookup;
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
@Tag(
        name = "Visits",
        description =
                "The technician on the way and at work. A step that was taken (occurredAt) before the job was given to"
                        + " others, taken away, called off or handed over, and is told afterwards, counts.")
@RolesAllowed(Role.TECHNICIAN)
public class StepResource {

    private final WorkOrderCommands commands;
    private final Steps steps;
    private final SignatureLookup signatures;

    public StepResource(WorkOrderCommands commands, Steps steps, SignatureLookup signatures) {
        this.commands = commands;
        this.steps = steps;
        this.signatures = signatures;
    }

    @POST
    @Path("/accept")
    @Operation(operationId = "acceptWorkOrder", summary = "I will go")
    public Uni<RestResponse<WorkOrderChange>> accept(@RestPath UUID id) {
        return step(id, null, Tap.now(Command.ACCEPT), steps::accept);
    }

    @POST
    @Path("/reject")
    @Operation(
            operationId = "rejectWorkOrder",
            summary = "I cannot go, and this is why",
            description = "One of a crew drops out alone and the others still go. Without its lead nobody goes.")
    public Uni<RestResponse<WorkOrderChange>> reject(@RestPath UUID id, @Valid @NotNull Reason why) {
        return step(
                id, why, Tap.now(Command.REJECT), (order, visit, by) -> steps.reject(order, visit, why.reason(), by));
    }

    @POST
    @Path("/travel")
    @Operation(operationId = "travelToWorkOrder", summary = "I am on my way")
    public Uni<RestResponse<WorkOrderChange>> travel(@RestPath UUID id, @Valid MoveRequest move) {
        return step(
                id,
                move,
                Tap.moving(Command.TRAVEL, move),
                (order, visit, by) -> steps.travel(order, visit, MoveRequest.of(move), by));
    }

    @POST
    @Path("/arrive")
    @Operation(operationId = "arriveAtWorkOrder", summary = "I am on site")
    public Uni<RestResponse<WorkOrderChange>> arrive(@RestPath UUID id, @Valid MoveRequest move) {
        return step(
                id,
                move,
                Tap.moving(Command.ARRIVE, move),
                (order, visit, by) -> steps.arrive(order, visit, MoveRequest.of(move), by));
    }

    @POST
    @Path("/start")
    @Operation(
            operationId = "startWorkOrder",
            summary = "Work begins",
            description = "Keeps the position and its distance from the site. A bad or missing fix does not keep from"
                    + " working.")
    public Uni<RestResponse<WorkOrderChange>> start(@RestPath UUID id, @Valid MoveRequest move) {
        return step(
                id,
                move,
                Tap.moving(Command.START, move),
                (order, visit, by) -> steps.start(order, visit, MoveRequest.of(move), by));
    }

    @POST
    @Path("/pause")
    @Operation(operationId = "pauseWorkOrder", summary = "Work rests, and this is why")
    public Uni<RestResponse<WorkOrderChange>> pause(@RestPath UUID id, @Valid @NotNull Pause why) {
        return step(
                id,
                why,
                Tap.breakingOff(Command.PAUSE, why.interruption()),
                (order, visit, by) -> steps.pause(order, visit, why, by));
    }

    @POST
    @Path("/resume")
    @Operation(operationId = "resumeWorkOrder", summary = "Work goes on")
    public Uni<RestResponse<WorkOrderChange>> resume(@RestPath UUID id, @Valid MoveRequest move) {
        return step(
                id,
                move,
                Tap.moving(Command.RESUME, move),
                (order, visit, by) -> steps.resume(order, visit, MoveRequest.of(move), by));
    }

    @POST
    @Path("/turn-back")
    @Operation(
            operationId = "turnBackFromWorkOrder",
            summary = "I am not on my way any more, and this is why",
            description =
                    "Called away, or tapped by mistake: before work has begun. It stays mine; I set out again later,"
                            + " or reject it, or it is planned anew.")
    public Uni<RestResponse<WorkOrderChange>> turnBack(@RestPath UUID id, @Valid @NotNull Interruption why) {
        return step(
                id,
                why,
                Tap.breakingOff(Command.TURN_BACK, why),
                (order, visit, by) -> steps.turnBack(order, visit, why, by));
    }

    @POST
    @Path("/abort")
    @Operation(
            operationId = "abortWorkOrder",
            summary = "This visit will not be, and this is why",
            description =
                    "Nobody is there, or nobody gets there: before work has begun. The service order waits for the"
                            + " dispatcher to plan another visit. The drive can be recorded.")
    public Uni<RestResponse<WorkOrderChange>> abort(@RestPath UUID id, @Valid @NotNull Interruption why) {
        return step(
                id, why, Tap.breakingOff(Command.ABORT, why), (order, visit, by) -> steps.abort(order, visit, why, by));
    }

    @POST
    @Path("/complete")
    @Operation(
            operationId = "completeWorkOrder",
            summary = "The technician is done",
            description =
                    "A supervisor reviews it next; it is billed when that one has approved. Of a kind of work that asks for"
                            + " something, COMPLETE is 422 job-incomplete where any of it is missing: errors names all of it, as"
                            + " getChecklist does. INCOMPLETE leaves it open; CANNOT_COMPLETE then needs a remark or an account (422"
                            + " reason-missing). What is left over is shown to whoever plans the next visit, and to whoever goes"
                            + " there.")
    public Uni<RestResponse<WorkOrderChange>> complete(@RestPath UUID id, @Valid @NotNull Completion completion) {
        return commands.change(
                HAD_IT,
                id,
                completion,
                (tx, order) -> Leaving.of(tx, completion)
                        .chain(left -> signatures
                                .of(tx.session(), order, completion.outcome())
                                .chain(last -> steps.take(
                                        tx,
                                        order,
                                        Tap.of(completion, left),
                                        (o, visit, by) -> steps.complete(o, visit, completion, last, left, by)))));
    }

    @POST
    @Path("/stop")
    @Operation(
            operationId = "stopWorkOrder",
            summary = "I stop: the job was called off",
            description =
                    "Ends the visit of a job that is not wanted any more, on the way or at work. What was done so far stays, is reviewed and closed; finance decides whether it is billed.")
    public Uni<RestResponse<WorkOrderChange>> stop(@RestPath UUID id, @Valid Stop stop) {
        Stop said = Stop.of(stop);
        return step(id, stop, Tap.of(said), (order, visit, by) -> steps.stop(order, visit, said, by));
    }

    @POST
    @Path("/hand-over")
    @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR})
    @Operation(
            operationId = "handOverWorkOrder",
            summary = "Whoever has set out drops out; somebody else is to go on",
            description = "Ends the visit where it stands. The service order then waits for a follow-up visit, which is"
                    + " assigned as any other; what was recorded stays.")
    public Uni<RestResponse<WorkOrderChange>> handOver(@RestPath UUID id, @Valid @NotNull Reason why) {
        return commands.change(
                TOOK_PART_OR_OFFICE,
                id,
                why,
                (tx, order) -> steps.take(tx, order, (o, visit, by) -> steps.handOver(o, visit, why.reason(), by)));
    }

    private Uni<RestResponse<WorkOrderChange>> step(UUID id, Object body, Tap tap, Steps.Step step) {
        return commands.change(HAD_IT, id, body, (tx, order) -> steps.take(tx, order, tap, step));
    }
}
