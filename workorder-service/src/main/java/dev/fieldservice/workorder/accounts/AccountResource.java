package dev.fieldservice.workorder.accounts;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.workorder.workorders.Visibility;
import dev.fieldservice.workorder.workorders.WorkOrderChange;
import dev.fieldservice.workorder.workorders.WorkOrderCommands;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/work-orders/{id}/account")
@Tag(name = "Signature", description = "Who approves at the customer's, what was shown, what was signed")
@RolesAllowed(Role.TECHNICIAN)
public class AccountResource {

    private final WorkOrderCommands commands;

    public AccountResource(WorkOrderCommands commands) {
        this.commands = commands;
    }

    @PUT
    @Operation(
            operationId = "giveAccount",
            summary = "What was found on this visit, and what was done",
            description =
                    "From the start of work until the job is closed; best before the customer signs it, as it is part"
                            + " of what is signed. It stands on the report. Each visit has its own; what is left out is taken back.")
    public Uni<RestResponse<WorkOrderChange>> give(@RestPath UUID id, @Valid @NotNull AccountDetails details) {
        return commands.replace(Visibility.CREW, id, (order, by) -> order.give(details.found(), details.done(), by));
    }
}
