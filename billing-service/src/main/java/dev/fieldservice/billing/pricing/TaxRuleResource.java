package dev.fieldservice.billing.pricing;

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

@Path("/v1/tax-rules")
@Tag(name = "Prices", description = "What parts, hours and taxes cost, from which day on")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class TaxRuleResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final PriceChanges changes;

    public TaxRuleResource(HttpCommands commands, Queries queries, PriceChanges changes) {
        this.commands = commands;
        this.queries = queries;
        this.changes = changes;
    }

    @POST
    @Operation(
            operationId = "setTaxRule",
            summary = "Set how a customer, a part or a kind of work is taxed, from a day on",
            description =
                    "Without a rule all is taxed at the standard rate, but for buyers with a VAT id of another country of the European Union: reverse charge, and intra-Community supply of parts for a machine in another member state. Drafts follow; issued invoices stay and are marked.")
    public Uni<RestResponse<TaxRuleView>> set(@Valid @NotNull TaxRuleDetails details) {
        return commands.create(
                details, tx -> changes.make(tx, () -> set(tx, details)), TaxRuleView.class, TaxRuleView::of);
    }

    private static Uni<TaxRule> set(Tx tx, TaxRuleDetails details) {
        TaxRule rule = TaxRule.set(details, tx.by());
        return RuleSubjects.require(tx, details).chain(() -> tx.add(rule));
    }

    @GET
    @Operation(operationId = "listTaxRules", summary = "Tax rules in the order they were set")
    public Uni<Page<TaxRuleView>> list(
            @RestQuery UUID customerId,
            @RestQuery UUID partId,
            @RestQuery WorkKind workKind,
            @Valid @BeanParam PageRequest page) {
        Filters filters =
                Filters.of("customerId", customerId).and("partId", partId).and("workKind", workKind);
        return queries.page(TaxRule.class, filters, page).map(found -> found.map(TaxRuleView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getTaxRule", summary = "One tax rule")
    public Uni<RestResponse<TaxRuleView>> get(@RestPath UUID id) {
        return queries.one("tax rule", session -> session.find(TaxRule.class, id), TaxRuleView::of);
    }

    @POST
    @Path("/{id}/withdraw")
    @Operation(
            operationId = "withdrawTaxRule",
            summary = "Take a rule out of force that should not be there",
            description =
                    "What held before it holds again from its day on. Drafts follow; issued invoices stay and are marked.")
    public Uni<RestResponse<TaxRuleView>> withdraw(@RestPath UUID id, @Valid @NotNull Reason reason) {
        return commands.change(
                reason,
                tx -> changes.make(tx, TaxRule.class, id, found -> found.withdraw(reason.reason(), tx.by())),
                TaxRuleView.class,
                TaxRuleView::of);
    }
}
