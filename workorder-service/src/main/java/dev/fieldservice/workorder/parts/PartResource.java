package dev.fieldservice.workorder.parts;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.workorder.workorders.Visibility;
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
    public Uni<RestResponse<RecordedUsage>> use(@RestPath UUID id, @Valid @NotNull UsePart request) {
        return commands.record(
                Visibility.CREW,
                id,
                request,
                (tx, order) -> PartUsages.use(tx, order, request),
                RecordedUsage.class,
                RecordedUsage::of);
    }

    @POST
    @Path("/{usageId}/reverse")
    @Operation(
            operationId = "reversePartUsage",
            summary = "Take a usage back",
            description = "By a counter-entry; nothing is deleted.")
    public Uni<RestResponse<RecordedUsage>> reverse(
            @RestPath UUID id, @RestPath UUID usageId, @Valid @NotNull Reason why) {
        return commands.record(
                Visibility.CREW,
                id,
                why,
                (tx, order) -> PartUsages.reverse(tx, order, usageId, why.reason()),
                RecordedUsage.class,
                RecordedUsage::of);
    }
}
