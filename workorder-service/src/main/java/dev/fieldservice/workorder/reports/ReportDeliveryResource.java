package dev.fieldservice.workorder.reports;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.workorders.Visibility;
import dev.fieldservice.workorder.workorders.WorkOrder;
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

@Path("/v1/work-orders/{id}")
@Tag(name = "Reports")
public class ReportDeliveryResource {

    private final HttpCommands commands;
    private final WorkOrderReads reads;
    private final Queries queries;
    private final ReportDeliveries deliveries;

    public ReportDeliveryResource(
            HttpCommands commands, WorkOrderReads reads, Queries queries, ReportDeliveries deliveries) {
        this.commands = commands;
        this.reads = reads;
        this.queries = queries;
        this.deliveries = deliveries;
    }

    @POST
    @Path("/reports/{reportId}/send")
    @RolesAllowed({Role.TECHNICIAN, Role.SUPERVISOR, Role.DISPATCHER})
    @Operation(
            operationId = "sendReport",
            summary = "Send the report to somebody by e-mail",
            description =
                    "Once under one key, with the PDF attached: to a contact of the customer, or to an address. A technician"
                            + " names only those of the customer, the contact or the approver of the job. What becomes of it stands in the list of deliveries.")
    public Uni<RestResponse<ReportDeliveryView>> send(
            @RestPath UUID id, @RestPath UUID reportId, @Valid @NotNull SendReport to) {
        return commands.change(
                to,
                tx -> order(tx, id)
                        .chain(order -> ServiceReports.find(tx.session(), order, reportId)
                                .chain(report -> deliveries.send(tx, order, report, to))),
                ReportDeliveryView.class,
                ReportDeliveryView::of);
    }

    @POST
    @Path("/report-deliveries/{deliveryId}/send-again")
    @RolesAllowed({Role.SUPERVISOR, Role.DISPATCHER})
    @Operation(
            operationId = "sendReportAgain",
            summary = "Try once more what has failed",
            description = "Under the same Message-ID, so that it counts as one mail if it had arrived after all.")
    public Uni<RestResponse<ReportDeliveryView>> again(@RestPath UUID id, @RestPath UUID deliveryId) {
        return commands.change(
                null,
                tx -> order(tx, id)
                        .chain(order -> ReportDeliveries.load(tx, order, deliveryId)
                                .chain(delivery -> deliveries.again(tx, delivery))),
                ReportDeliveryView.class,
                ReportDeliveryView::of);
    }

    @GET
    @Path("/report-deliveries")
    @RolesAllowed({Role.TECHNICIAN, Role.SUPERVISOR, Role.DISPATCHER, Role.ADMIN})
    @Operation(
            operationId = "listReportDeliveries",
            summary = "To whom reports about a job were sent, and what became of it")
    public Uni<Page<ReportDeliveryView>> list(@RestPath UUID id, @Valid @BeanParam PageRequest page) {
        return reads.find(id, (session, order) -> Uni.createFrom().item(order.id()))
                .chain(order -> queries.page(ReportDelivery.class, Filters.of("workOrderId", order), page))
                .map(found -> found.map(ReportDeliveryView::of));
    }

    /** Not locked: nothing of the order changes. */
    private static Uni<WorkOrder> order(Tx tx, UUID id) {
        return tx.session()
                .find(WorkOrder.class, id)
                .invoke(order -> Visibility.TOOK_PART_OR_OFFICE.require(tx.by().caller(), order));
    }
}
