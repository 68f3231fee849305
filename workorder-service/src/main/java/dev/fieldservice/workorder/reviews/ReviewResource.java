package dev.fieldservice.workorder.reviews;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.workorder.workorders.WorkOrderCommands;
import dev.fieldservice.workorder.workorders.WorkOrderView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The second pair of eyes: nobody approves what they did themselves. */
@Path("/v1/work-orders/{id}")
@Tag(name = "Review", description = "A second person examines the work and closes the job")
@RolesAllowed(Role.SUPERVISOR)
public class ReviewResource {

    private final WorkOrderCommands commands;

    public ReviewResource(WorkOrderCommands commands) {
        this.commands = commands;
    }

    @POST
    @Path("/send-back")
    @Operation(
            operationId = "sendBackWorkOrder",
            summary = "Something is missing; it waits for the technicians to go on with it")
    public Uni<RestResponse<WorkOrderView>> sendBack(@RestPath UUID id, @Valid @NotNull Reason why) {
        return commands.byReader(id, why, (order, by) -> order.sendBack(why.reason(), by));
    }

    @POST
    @Path("/approve")
    @Operation(
            operationId = "approveWorkOrder",
            summary = "Close the job",
            description =
                    "Nothing can be changed afterwards. Billing follows by itself. A signature that is missing or outdated does not keep from closing; the history then says so.")
    public Uni<RestResponse<WorkOrderView>> approve(@RestPath UUID id, @Valid Approval approval) {
        Approval given = Optional.ofNullable(approval).orElse(Approval.PLAIN);
        return commands.byReader(id, given, (order, by) -> order.approve(given, by));
    }
}
