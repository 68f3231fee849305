package dev.fieldservice.workorder.overview;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.history.Histories;
import dev.fieldservice.platform.history.HistoryView;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.Period;
import dev.fieldservice.platform.rest.TextSearch;
import dev.fieldservice.workorder.workorders.WorkOrderLifecycle;
import dev.fieldservice.workorder.workorders.WorkOrderReads;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
            summary = "Work orders, by what is known of them",
            description =
                    "A technician's are those assigned now, and until they are closed those in which they took part."
                            + " from and to are about the start of the planned visit.")
    public Uni<Page<WorkOrderSummary>> list(
            @RestQuery
                    @Size(max = 40)
                    @Pattern(regexp = Text.LINE)
                    @Parameter(description = "The whole number of the order", example = "SO-2026-000001")
                    String number,
            @RestQuery @Size(max = 20) @Parameter(description = "Any of these; repeat it for several")
                    List<WorkOrderLifecycle.State> state,
            @RestQuery UUID customerId,
            @RestQuery UUID ticketId,
            @Valid @BeanParam TextSearch search,
            @Valid @BeanParam Period planned,
            @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.none()
                .sql("number = upper(?)", number)
                .anyOf("state", state)
                .sql("customer_id = ?", customerId)
                .and("ticketId", ticketId)
                .text(search);
        return overview.page(planned.narrow(filters, "starts_at"), search.order(), page);
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
