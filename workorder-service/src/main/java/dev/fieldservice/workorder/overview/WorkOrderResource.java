package dev.fieldservice.workorder.overview;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.history.Histories;
import dev.fieldservice.platform.history.HistoryView;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.workorder.workorders.WorkOrderLifecycle;
import dev.fieldservice.workorder.workorders.WorkOrderReads;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/work-orders")
@Tag(name = "Work orders", description = "Jobs as the technician sees them")
@RolesAllowed({Role.TECHNICIAN, Role.SUPERVISOR, Role.DISPATCHER, Role.ADMIN})
public class WorkOrderResource {

    private final Overview overview;
    private final WorkOrderReads reads;
    private final Histories histories;

    public WorkOrderResource(Overview overview, WorkOrderReads reads, Histories histories) {
        this.overview = overview;
        this.reads = reads;
        this.histories = histories;
    }

    @GET
    @Operation(
            operationId = "listWorkOrders",
            summary = "Work orders, oldest first; a technician's are those assigned now")
    public Uni<Page<WorkOrderSummary>> list(
            @RestQuery WorkOrderLifecycle.State state, @Valid @BeanParam PageRequest page) {
        return overview.page(state, page);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getWorkOrder", summary = "One work order with all that belongs to it")
    public Uni<RestResponse<WorkOrderView>> get(@RestPath UUID id) {
        return overview.screen(id);
    }

    @GET
    @Path("/{id}/history")
    @Operation(operationId = "getWorkOrderHistory", summary = "Who did what and when, oldest first")
    public Uni<Page<HistoryView>> history(@RestPath UUID id, @Valid @BeanParam PageRequest page) {
        return reads.find(id, (session, order) -> Uni.createFrom().item(order.id()))
                .chain(found -> histories.ofSubject(found, page));
    }
}
