package dev.fieldservice.workorder.parts;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.workorder.visits.TimesConfig;
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
    private final TimesConfig times;

    public PartResource(WorkOrderCommands commands, TimesConfig times) {
        this.commands = commands;
        this.times = times;
    }

    @POST
    @Operation(
            operationId = "usePart",
            summary = "Record a part that was used",
            description =
                    "A piece with a serial number is in one machine at a time, on whatever work order, and comes out of that one only,"
                            + " unless somebody says why that is not true (reinstallReason, removalReason).")
    public Uni<RestResponse<RecordedUsage>> use(@RestPath UUID id, @Valid @NotNull UsePart request) {
        return commands.record(
                Visibility.TOOK_PART,
                id,
                request,
                (tx, order) -> PartUsages.use(tx, order, request, times),
                RecordedUsage.class,
                RecordedUsage::of);
    }

    @POST
    @Path("/{usageId}/reverse")
    @RolesAllowed({Role.TECHNICIAN, Role.SUPERVISOR})
    @Operation(
            operationId = "reversePartUsage",
            summary = "Take a usage back",
            description =
                    "By a counter-entry; nothing is deleted. A piece that another usage has taken out since, or put back, is"
                            + " taken back there first; one that went into another machine for a reason stays there. Of a"
                            + " closed job a supervisor does it who had no part in the work.")
    public Uni<RestResponse<RecordedUsage>> reverse(
            @RestPath UUID id, @RestPath UUID usageId, @Valid @NotNull Reason why) {
        return commands.record(
                Visibility.TOOK_PART_OR_OFFICE,
                id,
                why,
                (tx, order) -> PartUsages.reverse(tx, order, usageId, why.reason()),
                RecordedUsage.class,
                RecordedUsage::of);
    }
}
