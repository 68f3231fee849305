package dev.fieldservice.workorder.reviews;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.done.Done;
import dev.fieldservice.workorder.signatures.Signatures;
import dev.fieldservice.workorder.visits.Visits;
import dev.fieldservice.workorder.workorders.Reviewing;
import dev.fieldservice.workorder.workorders.Visibility;
import dev.fieldservice.workorder.workorders.WorkOrder;
import dev.fieldservice.workorder.workorders.WorkOrderChange;
import dev.fieldservice.workorder.workorders.WorkOrderCommands;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The review of completed work: nobody approves what they did themselves. */
@Path("/v1/work-orders/{id}")
@Tag(name = "Review", description = "A second person examines the work and closes the job")
@RolesAllowed(Role.SUPERVISOR)
public class ReviewResource {

    private final WorkOrderCommands commands;

    public ReviewResource(WorkOrderCommands commands) {
        this.commands = commands;
    }

    @POST
    @Path("/send-back")
    @Operation(
            operationId = "sendBackWorkOrder",
            summary = "Something is missing; it waits for the technicians to go on with it")
    public Uni<RestResponse<WorkOrderChange>> sendBack(@RestPath UUID id, @Valid @NotNull Reason why) {
        return commands.change(
                Visibility.TOOK_PART_OR_OFFICE, id, why, (tx, order) -> sendBack(tx, order, why.reason()));
    }

    @POST
    @Path("/approve")
    @Operation(
            operationId = "approveWorkOrder",
            summary = "Close the job",
            description = "Nothing can be changed afterwards. Billing follows by itself. A signature that is missing or"
                    + " outdated does not keep from closing; the history then says so.")
    public Uni<RestResponse<WorkOrderChange>> approve(@RestPath UUID id, @Valid Approval approval) {
        Approval given = Optional.ofNullable(approval).orElse(Approval.PLAIN);
        return commands.change(Visibility.TOOK_PART_OR_OFFICE, id, given, (tx, order) -> approve(tx, order, given));
    }

    private static Uni<Void> sendBack(Tx tx, WorkOrder order, String reason) {
        return Visits.find(tx.session(), order.id(), order.appointmentId())
                .invoke(visit -> Reviewing.sendBack(order, visit, reason, tx.by()))
                .replaceWithVoid();
    }

    private static Uni<Void> approve(Tx tx, WorkOrder order, Approval approval) {
        return Done.on(tx.session(), order.id())
                .chain(done -> Signatures.last(tx.session(), order.id()).invoke(last -> {
                    Closing closing = new Closing(order, done, last, tx.by());
                    closing.approve(approval);
                    tx.watch(closing);
                }))
                .replaceWithVoid();
    }
}
