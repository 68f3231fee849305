package dev.fieldservice.ticket.plans;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.platform.transactions.UnitOfWork;
import dev.fieldservice.ticket.plans.PlanLifecycle.State;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/maintenance-plans")
@Tag(name = "Maintenance plans", description = "Work that comes again by itself")
@RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
public class PlanResource {

    private static final String WHAT = "maintenance plan";

    private final HttpCommands commands;
    private final Queries queries;
    private final UnitOfWork unit;
    private final Plans plans;
    private final Previews previews;

    public PlanResource(HttpCommands commands, Queries queries, UnitOfWork unit, Plans plans, Previews previews) {
        this.commands = commands;
        this.queries = queries;
        this.unit = unit;
        this.plans = plans;
        this.previews = previews;
    }

    @POST
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(
            operationId = "makeMaintenancePlan",
            summary = "Plan work that comes again",
            description = "Its tickets are made by themselves, leadDays ahead of each day; each once.")
    public Uni<RestResponse<PlanView>> make(@Valid @NotNull PlanDetails details) {
        return commands.create(details, tx -> plans.make(tx, details), PlanView.class, PlanView::of);
    }

    @GET
    @Operation(operationId = "listMaintenancePlans", summary = "Maintenance plans, of a customer, a site or a machine")
    public Uni<Page<PlanView>> list(
            @RestQuery UUID customerId,
            @RestQuery UUID locationId,
            @RestQuery UUID assetId,
            @RestQuery UUID contractId,
            @RestQuery @Size(max = 20) @Parameter(description = "Any of these; repeat it for several")
                    List<State> state,
            @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.of("customerId", customerId)
                .and("locationId", locationId)
                .and("assetId", assetId)
                .and("contractId", contractId)
                .anyOf("state", state);
        return queries.page(MaintenancePlan.class, filters, page).map(found -> found.map(PlanView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getMaintenancePlan", summary = "One maintenance plan")
    public Uni<RestResponse<PlanView>> get(@RestPath UUID id) {
        return queries.one(WHAT, session -> session.find(MaintenancePlan.class, id), PlanView::of);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(
            operationId = "changeMaintenancePlan",
            summary = "Replace what is planned",
            description =
                    "Tickets that nobody has begun follow: they say what the plan says, are moved to its days, or are called"
                            + " off. What has begun stays.")
    public Uni<RestResponse<PlanView>> change(@RestPath UUID id, @Valid @NotNull PlanDetails details) {
        return commands.replace(
                tx -> plans.loadToChange(tx, id, details), (plan, by) -> plan.change(details, by), PlanView::of);
    }

    @POST
    @Path("/{id}/pause")
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(
            operationId = "pauseMaintenancePlan",
            summary = "Make no tickets for now",
            description = "Those that are made stay.")
    public Uni<RestResponse<PlanView>> pause(@RestPath UUID id, @Valid @NotNull Reason why) {
        return change(why, tx -> plans.pause(tx, id, why.reason()));
    }

    @POST
    @Path("/{id}/resume")
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(
            operationId = "resumeMaintenancePlan",
            summary = "Make tickets again",
            description = "What a rule planned for the days of the pause is skipped, by name.")
    public Uni<RestResponse<PlanView>> resume(@RestPath UUID id) {
        return change(null, tx -> plans.resume(tx, id));
    }

    @POST
    @Path("/{id}/end")
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(
            operationId = "endMaintenancePlan",
            summary = "End a plan for good",
            description = "Tickets of it that nobody has begun are called off.")
    public Uni<RestResponse<PlanView>> end(@RestPath UUID id, @Valid @NotNull Reason why) {
        return change(why, tx -> plans.end(tx, id, why.reason()));
    }

    @GET
    @Path("/{id}/preview")
    @Operation(
            operationId = "previewMaintenancePlan",
            summary = "The days that come, with what becomes of them and why",
            description =
                    "By the company's calendar as it is now. What is made or skipped already stands at occurrences.")
    public Uni<PreviewView> preview(
            @RestPath UUID id,
            @RestQuery @DefaultValue("10") @Min(1) @Max(100) @Parameter(description = "At most so many") int count) {
        return unit.read(session -> session.find(MaintenancePlan.class, id)
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.NotFound(WHAT).refused())
                .chain(plan -> previews.of(session, plan, count)));
    }

    @GET
    @Path("/{id}/occurrences")
    @Operation(operationId = "listMaintenanceOccurrences", summary = "What was made, skipped and withdrawn, and why")
    public Uni<Page<OccurrenceView>> occurrences(
            @RestPath UUID id,
            @RestQuery @Size(max = 20) @Parameter(description = "Any of these; repeat it for several")
                    List<Occurrence.Outcome> outcome,
            @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.of("planId", id).anyOf("outcome", outcome);
        return queries.one(WHAT, session -> session.find(MaintenancePlan.class, id), MaintenancePlan::id)
                .chain(() -> queries.page(Occurrence.class, filters, page))
                .map(found -> found.map(OccurrenceView::of));
    }

    private Uni<RestResponse<PlanView>> change(Object body, Function<Tx, Uni<MaintenancePlan>> work) {
        return commands.change(body, work, PlanView.class, PlanView::of);
    }
}
