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

@Path("/v1/part-prices")
@Tag(name = "Prices", description = "What parts, hours and taxes cost, from which day on")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class PartPriceResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final PriceChanges changes;

    public PartPriceResource(HttpCommands commands, Queries queries, PriceChanges changes) {
        this.commands = commands;
        this.queries = queries;
        this.changes = changes;
    }

    @POST
    @Operation(operationId = "setPartPrice", summary = "Set what a part costs from a day on")
    public Uni<RestResponse<PartPriceView>> set(@Valid @NotNull PartPriceDetails details) {
        return commands.create(
                details,
                tx -> changes.make(
                        tx,
                        () -> KnownCompany.read(tx.session()).chain(company -> set(tx, details, company.currency()))),
                PartPriceView.class,
                PartPriceView::of);
    }

    private static Uni<PartPrice> set(Tx tx, PartPriceDetails details, String currency) {
        PartPrice price = PartPrice.set(details, currency, tx.by());
        return RuleSubjects.requirePart(tx, details.partId())
                .chain(() -> RuleSubjects.requireCustomer(tx, details.customerId()))
                .chain(() -> tx.add(price));
    }

    @GET
    @Operation(operationId = "listPartPrices", summary = "Prices of parts in the order they were set")
    public Uni<Page<PartPriceView>> list(
            @RestQuery UUID partId,
            @RestQuery UUID customerId,
            @RestQuery UUID contractId,
            @Valid @BeanParam PageRequest page) {
        Filters filters =
                Filters.of("partId", partId).and("customerId", customerId).and("contractId", contractId);
        return queries.page(PartPrice.class, filters, page).map(found -> found.map(PartPriceView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPartPrice", summary = "One price of a part")
    public Uni<RestResponse<PartPriceView>> get(@RestPath UUID id) {
        return queries.one("part price", session -> session.find(PartPrice.class, id), PartPriceView::of);
    }

    @POST
    @Path("/{id}/correct")
    @Operation(
            operationId = "correctPartPrice",
            summary = "Put a wrong price right, from its day on",
            description = "Drafts that are built on it follow; issued invoices stay and are marked (pricesCorrected).")
    public Uni<RestResponse<PartPriceView>> correct(@RestPath UUID id, @Valid @NotNull PartPriceCorrection correction) {
        return commands.change(
                correction,
                tx -> changes.make(tx, PartPrice.class, id, found -> found.correct(correction, tx.by())),
                PartPriceView.class,
                PartPriceView::of);
    }

    @POST
    @Path("/{id}/withdraw")
    @Operation(
            operationId = "withdrawPartPrice",
            summary = "Take a price out of force that should not be there",
            description =
                    "What held before it holds again from its day on. Drafts follow; issued invoices stay and are marked.")
    public Uni<RestResponse<PartPriceView>> withdraw(@RestPath UUID id, @Valid @NotNull Reason reason) {
        return commands.change(
                reason,
                tx -> changes.make(tx, PartPrice.class, id, found -> found.withdraw(reason.reason(), tx.by())),
                PartPriceView.class,
                PartPriceView::of);
    }
}
