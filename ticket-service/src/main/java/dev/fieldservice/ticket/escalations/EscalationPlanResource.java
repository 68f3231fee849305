package dev.fieldservice.ticket.escalations;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.BodyLimit;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/escalation-plan")
@Tag(name = "Promised times", description = "By when somebody comes and by when it works again")
@RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
public class EscalationPlanResource {

    private final HttpCommands commands;
    private final Queries queries;

    public EscalationPlanResource(HttpCommands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @GET
    @Operation(operationId = "getEscalationPlan", summary = "Who is told when how much of a promised time is over")
    public Uni<RestResponse<EscalationPlanView>> get() {
        return queries.one(EscalationPlan.class, EscalationPlan.ID, EscalationPlanView::of);
    }

    @PUT
    @BodyLimit("256K")
    @RolesAllowed(Role.ADMIN)
    @Operation(
            operationId = "changeEscalationPlan",
            summary = "Replace who is told when how much of a promised time is over",
            description =
                    "Counts for marks that are reached from now on. Each person gets one mail for each clock and mark; of several"
                            + " marks that are reached at once, as after a downtime, those of the highest are told. Who is disabled, or"
                            + " stands here no more, is not written to any more.")
    public Uni<RestResponse<EscalationPlanView>> change(@Valid @NotNull EscalationPlanDetails details) {
        return commands.replace(
                tx -> tx.load(EscalationPlan.class, EscalationPlan.ID),
                (plan, by) -> plan.change(details, by),
                EscalationPlanView::of);
    }
}
