package dev.fieldservice.billing.costs;

import dev.fieldservice.billing.company.KnownCompany;
import dev.fieldservice.billing.pricing.RuleSubjects;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.transactions.Tx;
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

@Path("/v1/part-costs")
@Tag(name = "Costs", description = "What parts, hours and kilometres cost the company, from which day on")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class PartCostResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final CostChanges changes;

    public PartCostResource(HttpCommands commands, Queries queries, CostChanges changes) {
        this.commands = commands;
        this.queries = queries;
        this.changes = changes;
    }

    @POST
    @Operation(operationId = "setPartCost", summary = "Set what a part costs the company from a day on")
    public Uni<RestResponse<PartCostView>> set(@Valid @NotNull PartCostDetails details) {
        return commands.create(
                details,
                tx -> changes.make(
                        tx,
                        () -> KnownCompany.read(tx.session()).chain(company -> set(tx, details, company.currency()))),
                PartCostView.class,
                PartCostView::of);
    }

    private static Uni<PartCost> set(Tx tx, PartCostDetails details, String currency) {
        PartCost cost = PartCost.set(details, currency, tx.by());
        return RuleSubjects.requirePart(tx, details.partId()).chain(() -> tx.add(cost));
    }

    @GET
    @Operation(operationId = "listPartCosts", summary = "Costs of parts in the order they were set")
    public Uni<Page<PartCostView>> list(@RestQuery UUID partId, @Valid @BeanParam PageRequest page) {
        return queries.page(PartCost.class, Filters.of("partId", partId), page)
                .map(found -> found.map(PartCostView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPartCost", summary = "One cost of a part")
    public Uni<RestResponse<PartCostView>> get(@RestPath UUID id) {
        return queries.one("part cost", session -> session.find(PartCost.class, id), PartCostView::of);
    }

    @POST
    @Path("/{id}/correct")
    @Operation(
            operationId = "correctPartCost",
            summary = "Put a wrong cost right, from its day on",
            description = "What jobs cost, and their margins, follow a moment later.")
    public Uni<RestResponse<PartCostView>> correct(@RestPath UUID id, @Valid @NotNull PartCostCorrection correction) {
        return commands.change(
                correction,
                tx -> changes.make(tx, PartCost.class, id, found -> found.correct(correction, tx.by())),
                PartCostView.class,
                PartCostView::of);
    }

    @POST
    @Path("/{id}/withdraw")
    @Operation(
            operationId = "withdrawPartCost",
            summary = "Take a cost out of force that should not be there",
            description = "What held before it holds again from its day on; what jobs cost follows a moment later.")
    public Uni<RestResponse<PartCostView>> withdraw(@RestPath UUID id, @Valid @NotNull Reason reason) {
        return commands.change(
                reason,
                tx -> changes.make(tx, PartCost.class, id, found -> found.withdraw(reason.reason(), tx.by())),
                PartCostView.class,
                PartCostView::of);
    }
}
