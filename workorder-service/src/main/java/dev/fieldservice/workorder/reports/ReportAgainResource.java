package dev.fieldservice.workorder.reports;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.workorders.Visibility;
import dev.fieldservice.workorder.workorders.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What the office does about a report that could not be made. */
@Path("/v1/work-orders/{id}")
@Tag(name = "Reports")
public class ReportAgainResource {

    private final HttpCommands commands;
    private final ReportMaking making;
    private final ReportsConfig config;

    public ReportAgainResource(HttpCommands commands, ReportMaking making, ReportsConfig config) {
        this.commands = commands;
        this.making = making;
        this.config = config;
    }

    @POST
    @Path("/reports/{reportId}/make-again")
    @RolesAllowed({Role.SUPERVISOR, Role.DISPATCHER})
    @Operation(
            operationId = "makeReportAgain",
            summary = "Have a report made that could not be",
            description =
                    "Of a FAILED one, once what its failure says is mended. It says what it was to say and keeps its number; it is"
                            + " issued a moment later, and goes to whoever was to have it.")
    public Uni<RestResponse<ServiceReportView>> makeAgain(@RestPath UUID id, @RestPath UUID reportId) {
        return commands.change(
                null,
                tx -> order(tx, id).chain(order -> making.makeAgain(tx, order, reportId)),
                ServiceReportView.class,
                report -> ServiceReportView.of(report, config));
    }

    /** Not locked: nothing of the order changes. */
    private static Uni<WorkOrder> order(Tx tx, UUID id) {
        return tx.session()
                .find(WorkOrder.class, id)
                .invoke(order -> Visibility.TOOK_PART_OR_OFFICE.require(tx.by().caller(), order));
    }
}
