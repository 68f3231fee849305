package dev.fieldservice.billing.costs;

import dev.fieldservice.billing.company.KnownCompany;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/cost-rates")
@Tag(name = "Costs", description = "What parts, hours and kilometres cost the company, from which day on")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class CostRateResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final CostChanges changes;

    public CostRateResource(HttpCommands commands, Queries queries, CostChanges changes) {
        this.commands = commands;
        this.queries = queries;
        this.changes = changes;
    }

    @POST
    @Operation(
            operationId = "setCostRate",
            summary = "Set what an hour or a kilometre costs the company from a day on",
            description = "A technician's own rate goes before the general one, from its first day on.")
    public Uni<RestResponse<CostRateView>> set(@Valid @NotNull CostRateDetails details) {
        return commands.create(
                details,
                tx -> changes.make(
                        tx,
                        () -> KnownCompany.read(tx.session())
                                .chain(company -> tx.add(CostRate.set(details, company.currency(), tx.by())))),
                CostRateView.class,
                CostRateView::of);
    }

    @GET
    @Operation(operationId = "listCostRates", summary = "Costs of hours and kilometres in the order they were set")
    public Uni<Page<CostRateView>> list(
            @RestQuery CostKind kind, @RestQuery UUID technicianId, @Valid @BeanParam PageRequest page) {
        return queries.page(CostRate.class, Filters.of("kind", kind).and("technicianId", technicianId), page)
                .map(found -> found.map(CostRateView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCostRate", summary = "One cost of an hour or a kilometre")
    public Uni<RestResponse<CostRateView>> get(@RestPath UUID id) {
        return queries.one("cost rate", session -> session.find(CostRate.class, id), CostRateView::of);
    }

    @POST
    @Path("/{id}/correct")
    @Operation(
            operationId = "correctCostRate",
            summary = "Put a wrong rate right, from its day on",
            description = "What jobs cost, and their margins, follow a moment later.")
    public Uni<RestResponse<CostRateView>> correct(@RestPath UUID id, @Valid @NotNull CostRateCorrection correction) {
        return commands.change(
                correction,
                tx -> changes.make(tx, CostRate.class, id, found -> found.correct(correction, tx.by())),
                CostRateView.class,
                CostRateView::of);
    }

    @POST
    @Path("/{id}/withdraw")
    @Operation(
            operationId = "withdrawCostRate",
            summary = "Take a rate out of force that should not be there",
            description = "What held before it holds again from its day on; what jobs cost follows a moment later.")
    public Uni<RestResponse<CostRateView>> withdraw(@RestPath UUID id, @Valid @NotNull Reason reason) {
        return commands.change(
                reason,
                tx -> changes.make(tx, CostRate.class, id, found -> found.withdraw(reason.reason(), tx.by())),
                CostRateView.class,
                CostRateView::of);
    }
}
