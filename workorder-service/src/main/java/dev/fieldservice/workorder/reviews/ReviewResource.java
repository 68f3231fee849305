package dev.fieldservice.workorder.reviews;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.done.Done;
import dev.fieldservice.workorder.photos.PhotoView;
import dev.fieldservice.workorder.signatures.Signatures;
import dev.fieldservice.workorder.visits.Visits;
import dev.fieldservice.workorder.workorders.Reviewing;
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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The review of completed work: nobody approves what they did themselves. */
@Path("/v1/work-orders/{id}")
@Tag(name = "Review", description = "A second person examines the work and closes the job")
@RolesAllowed(Role.SUPERVISOR)
public class ReviewResource {

    private final WorkOrderCommands commands;
    private final WorkOrderReads reads;
    private final Examining examining;

    public ReviewResource(WorkOrderCommands commands, WorkOrderReads reads, Examining examining) {
        this.commands = commands;
        this.reads = reads;
        this.examining = examining;
    }

    @GET
    @Path("/review")
    @RolesAllowed({Role.SUPERVISOR, Role.ADMIN})
    @Operation(
            operationId = "getReview",
            summary =
                    "What a reviewer needs to see: signature, times against plan, parts, photos, and what to look at first")
    public Uni<RestResponse<ReviewScreen>> screen(@RestPath UUID id) {
        return reads.one(id, ReviewResource::screen);
    }

    @POST
    @Path("/send-back")
    @Operation(
            operationId = "sendBackWorkOrder",
            summary = "Something is missing; it waits for the technicians to go on with it",
            description =
                    "By whom the job is to be examined, or their deputy; by any supervisor where nobody is designated,"
                            + " or it has waited too long. When it is completed again it comes back to them.")
    public Uni<RestResponse<WorkOrderChange>> sendBack(@RestPath UUID id, @Valid @NotNull SendBack found) {
        return commands.change(Visibility.TOOK_PART_OR_OFFICE, id, found, (tx, order) -> sendBack(tx, order, found));
    }

    @POST
    @Path("/approve")
    @Operation(
            operationId = "approveWorkOrder",
            summary = "Close the job",
            description =
                    "Nothing can be changed afterwards. Billing follows by itself. reviewedVersion says what was looked"
                            + " at: where the job has changed since, it is 409 changed-since-review. A signature that is missing or"
                            + " outdated does not keep from closing, but needs a signatureRemark; the history then says so. By whom"
                            + " the job is to be examined, as with send-back.")
    public Uni<RestResponse<WorkOrderChange>> approve(@RestPath UUID id, @Valid Approval approval) {
        Approval given = Optional.ofNullable(approval).orElse(Approval.PLAIN);
        return commands.change(Visibility.TOOK_PART_OR_OFFICE, id, given, (tx, order) -> approve(tx, order, given));
    }

    private static Uni<ReviewScreen> screen(Mutiny.Session session, WorkOrder order) {
        UUID id = order.id();
        return Visits.all(session, id)
                .chain(visits -> Done.on(session, id)
                        .chain(done -> Signatures.last(session, id)
                                .chain(last -> PhotoView.standing(session, id)
                                        .chain(photos -> ReviewPart.of(
                                                        session,
                                                        VisitTimes.plannedParts(visits, order.facts()),
                                                        done.counted())
                                                .map(parts ->
                                                        ReviewScreen.of(order, visits, done, last, photos, parts))))));
    }

    private Uni<Void> sendBack(Tx tx, WorkOrder order, SendBack found) {
        return examining
                .assign(tx, order)
                .chain(() -> Visits.find(tx.session(), order.id(), order.appointmentId()))
                .invoke(visit -> Reviewing.sendBack(order, visit, found.shortcoming(), found.reason(), tx.by()))
                .replaceWithVoid();
    }

    private Uni<Void> approve(Tx tx, WorkOrder order, Approval approval) {
        long version = order.version();
        return examining
                .assign(tx, order)
                .chain(() -> Closing.of(tx, order))
                .invoke(closing -> closing.approve(approval, version))
                .replaceWithVoid();
    }
}
