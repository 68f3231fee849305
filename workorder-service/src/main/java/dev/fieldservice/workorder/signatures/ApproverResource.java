package dev.fieldservice.workorder.signatures;

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

@Path("/v1/work-orders/{id}/approver")
@Tag(name = "Signature", description = "Who approves at the customer's, what was shown, what was signed")
@RolesAllowed(Role.TECHNICIAN)
public class ApproverResource {

    private final WorkOrderCommands commands;

    public ApproverResource(WorkOrderCommands commands) {
        this.commands = commands;
    }

    @PUT
    @Operation(
            operationId = "nameApprover",
            summary = "Who approves the work at the customer's, and what finance should know")
    public Uni<RestResponse<WorkOrderChange>> name(@RestPath UUID id, @Valid @NotNull ApproverDetails details) {
        return commands.replace(
                Visibility.CREW, id, (order, by) -> order.nameApprover(details.approver(), details.billingNotes(), by));
    }
}
