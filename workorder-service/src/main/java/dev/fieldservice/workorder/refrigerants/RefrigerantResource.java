package dev.fieldservice.workorder.refrigerants;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.workorder.visits.Attendance;
import dev.fieldservice.workorder.visits.TimesConfig;
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

@Path("/v1/work-orders/{id}/refrigerant")
@Tag(name = "Refrigerant", description = "What was filled into a machine and taken out of it, and leak tests")
@RolesAllowed(Role.TECHNICIAN)
public class RefrigerantResource {

    private final WorkOrderCommands commands;
    private final WorkOrderReads reads;
    private final Queries queries;
    private final TimesConfig times;

    public RefrigerantResource(WorkOrderCommands commands, WorkOrderReads reads, Queries queries, TimesConfig times) {
        this.commands = commands;
        this.reads = reads;
        this.queries = queries;
        this.times = times;
    }

    @GET
    @RolesAllowed({Role.TECHNICIAN, Role.SUPERVISOR, Role.DISPATCHER, Role.ADMIN})
    @Operation(
            operationId = "listRefrigerant",
            summary = "What was recorded on this job of its machine's refrigerant, oldest first",
            description = "What was taken back is marked and counts no more.")
    public Uni<Page<RefrigerantEntryView>> list(@RestPath UUID id, @Valid @BeanParam PageRequest page) {
        return reads.find(id, (session, order) -> Uni.createFrom().item(order.id()))
                .chain(order -> queries.page(RefrigerantEntry.class, Filters.of("workOrderId", order), page))
                .map(found -> found.map(RefrigerantEntryView::of));
    }

    @POST
    @Operation(
            operationId = "recordRefrigerant",
            summary = "Record refrigerant of one cylinder, or a leak test",
            description =
                    "A line of the refrigerant log of the job's machine. What is used up of the stock is recorded as a part, too.")
    public Uni<RestResponse<RecordedRefrigerant>> record(
            @RestPath UUID id, @Valid @NotNull NewRefrigerantEntry request) {
        return commands.record(
                Visibility.TOOK_PART,
                id,
                request,
                (tx, order) -> Attendance.ofCaller(tx, order.id())
                        .map(there -> new RefrigerantEntry(order, there, request, times, tx.by())),
                RecordedRefrigerant.class,
                RecordedRefrigerant::of);
    }

    @POST
    @Path("/{refrigerantId}/reverse")
    @RolesAllowed({Role.TECHNICIAN, Role.SUPERVISOR})
    @Operation(
            operationId = "reverseRefrigerant",
            summary = "Take a line of the log back",
            description =
                    "It stays to be seen with the reason and counts no more. Of a closed job a supervisor does it who had no"
                            + " part in the work.")
    public Uni<RestResponse<RecordedRefrigerant>> reverse(
            @RestPath UUID id, @RestPath UUID refrigerantId, @Valid @NotNull Reason why) {
        return commands.record(
                Visibility.TOOK_PART_OR_OFFICE,
                id,
                why,
                (tx, order) -> RefrigerantEntries.reverse(tx, order, refrigerantId, why.reason()),
                RecordedRefrigerant.class,
                RecordedRefrigerant::of);
    }
}
