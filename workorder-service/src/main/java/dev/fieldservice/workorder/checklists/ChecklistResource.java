package dev.fieldservice.workorder.checklists;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.visits.DeviceTime;
import dev.fieldservice.workorder.visits.TimesConfig;
import dev.fieldservice.workorder.workorders.Fulfilment;
import dev.fieldservice.workorder.workorders.SignatureLookup;
import dev.fieldservice.workorder.workorders.Visibility;
import dev.fieldservice.workorder.workorders.WorkOrder;
import dev.fieldservice.workorder.workorders.WorkOrderChange;
import dev.fieldservice.workorder.workorders.WorkOrderCommands;
import dev.fieldservice.workorder.workorders.WorkOrderReads;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/work-orders/{id}")
@Tag(name = "Checklist", description = "What the kind of work asks for, and what was answered")
public class ChecklistResource {

    private static final String PHOTO =
            "select count(*) from Photo where id = :photo and workOrderId = :order and withdrawal is null";

    private final WorkOrderCommands commands;
    private final WorkOrderReads reads;
    private final TimesConfig times;
    private final SignatureLookup signatures;

    public ChecklistResource(
            WorkOrderCommands commands, WorkOrderReads reads, TimesConfig times, SignatureLookup signatures) {
        this.commands = commands;
        this.reads = reads;
        this.times = times;
        this.signatures = signatures;
    }

    @GET
    @Path("/checklist")
    @RolesAllowed({Role.TECHNICIAN, Role.SUPERVISOR, Role.DISPATCHER, Role.ADMIN})
    @Operation(operationId = "getChecklist", summary = "What is asked of the job, what was answered, what is missing")
    public Uni<RestResponse<ChecklistView>> checklist(@RestPath UUID id) {
        return reads.one(
                id, (session, order) -> signatures.of(session, order, null).map(last -> ChecklistView.of(order, last)));
    }

    @POST
    @Path("/answers")
    @RolesAllowed(Role.TECHNICIAN)
    @Operation(
            operationId = "answerChecklist",
            summary = "Answer a question of the checklist",
            description =
                    "From the beginning of the work until the job is closed, and as often as needed: the answer that was given"
                            + " last (answeredAt) stands, those before it are in the history. A number outside the limits is"
                            + " 422 out-of-limits, or taken and marked, as the question says.")
    public Uni<RestResponse<WorkOrderChange>> answer(@RestPath UUID id, @Valid @NotNull NewAnswer answer) {
        return commands.change(Visibility.TOOK_PART, id, answer, (tx, order) -> answer(tx, order, answer));
    }

    private Uni<Void> answer(Tx tx, WorkOrder order, NewAnswer answer) {
        return requirePhoto(tx, order, answer.photoId()).invoke(() -> {
            Instant at = DeviceTime.past("/answeredAt", answer.answeredAt(), times, tx.by());
            Fulfilment.answer(order, answer.itemCode(), answer.value(), at, tx.by());
        });
    }

    private static Uni<Void> requirePhoto(Tx tx, WorkOrder order, UUID photo) {
        if (photo == null) {
            return Uni.createFrom().voidItem();
        }
        return tx.session()
                .createSelectionQuery(PHOTO, Long.class)
                .setParameter("photo", photo)
                .setParameter("order", order.id())
                .getSingleResult()
                .invoke(found -> {
                    if (found == 0) {
                        throw Refusal.RuleViolated.unknown("/photoId", "photo on this job");
                    }
                })
                .replaceWithVoid();
    }
}
