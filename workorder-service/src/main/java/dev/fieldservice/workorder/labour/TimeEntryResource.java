package dev.fieldservice.workorder.labour;

import dev.fieldservice.contracts.Role;
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

@Path("/v1/work-orders/{id}/time-entries")
@Tag(name = "Labour", description = "Working and travelling time")
@RolesAllowed(Role.TECHNICIAN)
public class TimeEntryResource {

    private final WorkOrderCommands commands;

    public TimeEntryResource(WorkOrderCommands commands) {
        this.commands = commands;
    }

    @POST
    @Operation(operationId = "recordTime", summary = "Record working or travelling time")
    public Uni<RestResponse<RecordedTime>> record(@RestPath UUID id, @Valid @NotNull NewTimeEntry request) {
        return commands.record(
                Visibility.CREW,
                id,
                request,
                (tx, order) -> TimeEntries.record(tx, order, request),
                RecordedTime.class,
                RecordedTime::of);
    }
}
