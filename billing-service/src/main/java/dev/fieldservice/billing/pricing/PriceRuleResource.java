package dev.fieldservice.billing.pricing;

import dev.fieldservice.billing.company.KnownCompany;
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

@Path("/v1/price-rules")
@Tag(name = "Prices", description = "What parts, hours and taxes cost, from which day on")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class PriceRuleResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final PriceChanges changes;

    public PriceRuleResource(HttpCommands commands, Queries queries, PriceChanges changes) {
        this.commands = commands;
        this.queries = queries;
        this.changes = changes;
    }

    @POST
    @Operation(
            operationId = "setPriceRule",
            summary = "Set how prices are made, for everybody or for a customer, from a day on",
            description =
                    "A band of time that costs another share of the hourly rate; what a visit costs at least; the fixed price of a work"
                            + " type; the flat price of travel to a zone; a discount; what a contract or a warranty covers. Of bands that hold at one moment those of the"
                            + " customer count, then the dearest; of all other rules the most special, then the newest. Drafts follow;"
                            + " issued invoices stay and are marked.")
    public Uni<RestResponse<PriceRuleView>> set(@Valid @NotNull PriceRuleDetails details) {
        return commands.create(
                details,
                tx -> changes.make(
                        tx,
                        () -> KnownCompany.read(tx.session()).chain(company -> set(tx, details, company.currency()))),
                PriceRuleView.class,
                PriceRuleView::of);
    }

    private static Uni<PriceRule> set(Tx tx, PriceRuleDetails details, String currency) {
        PriceRule rule = PriceRule.set(details, currency, tx.by());
        return RuleSubjects.require(tx, details).chain(() -> tx.add(rule));
    }

    @GET
    @Operation(operationId = "listPriceRules", summary = "Price rules in the order they were set")
    public Uni<Page<PriceRuleView>> list(
            @RestQuery UUID customerId,
            @RestQuery UUID contractId,
            @RestQuery UUID partId,
            @RestQuery UUID workTypeId,
            @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.of("customerId", customerId)
                .and("contractId", contractId)
                .and("partId", partId)
                .and("workTypeId", workTypeId);
        return queries.page(PriceRule.class, filters, page).map(found -> found.map(PriceRuleView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPriceRule", summary = "One price rule")
    public Uni<RestResponse<PriceRuleView>> get(@RestPath UUID id) {
        return queries.one("price rule", session -> session.find(PriceRule.class, id), PriceRuleView::of);
    }

    @POST
    @Path("/{id}/withdraw")
    @Operation(
            operationId = "withdrawPriceRule",
            summary = "Take a rule out of force that should not be there",
            description =
                    "What held before it holds again from its day on. Drafts follow; issued invoices stay and are marked.")
    public Uni<RestResponse<PriceRuleView>> withdraw(@RestPath UUID id, @Valid @NotNull Reason reason) {
        return commands.change(
                reason,
                tx -> changes.make(tx, PriceRule.class, id, found -> found.withdraw(reason.reason(), tx.by())),
                PriceRuleView.class,
                PriceRuleView::of);
    }
}
