package dev.fieldservice.workorder.parts;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.workorders.WorkOrder;
import dev.fieldservice.workorder.workorders.WorkOrderCommands;
import dev.fieldservice.workorder.workorders.WorkOrderView;
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

@Path("/v1/work-orders/{id}/parts")
@Tag(name = "Part usage", description = "Parts that were used on the job")
@RolesAllowed(Role.TECHNICIAN)
public class PartResource {

    private final WorkOrderCommands commands;

    public PartResource(WorkOrderCommands commands) {
        this.commands = commands;
    }

    @POST
    @Operation(operationId = "usePart", summary = "Record a part that was used")
    public Uni<RestResponse<WorkOrderView>> use(@RestPath UUID id, @Valid @NotNull UsePart request) {
        return commands.byTechnicianWith(id, request, (tx, order) -> use(tx, order, request));
    }

    @POST
    @Path("/{usageId}/reverse")
    @Operation(
            operationId = "reversePartUsage",
            summary = "Take a usage back",
            description = "By a counter-entry; nothing is deleted.")
    public Uni<RestResponse<WorkOrderView>> reverse(
            @RestPath UUID id, @RestPath UUID usageId, @Valid @NotNull Reason why) {
        return commands.byTechnician(id, why, (order, by) -> order.reverseUsage(usageId, why.reason(), by));
    }

    private static Uni<Void> use(Tx tx, WorkOrder order, UsePart request) {
        return Catalogue.part(tx, request.partId())
                .chain(part -> Catalogue.place(
                                tx, request.stockLocationId(), tx.by().id())
                        .invoke(place -> order.usePart(PartUsage.of(order, request, part, place, tx.by()), tx.by())))
                .replaceWithVoid();
    }
}
