package dev.fieldservice.billing.pricing;

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

@Path("/v1/tax-rates")
@Tag(name = "Prices", description = "What parts, hours and taxes cost, from which day on")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class TaxRateResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final PriceChanges changes;

    public TaxRateResource(HttpCommands commands, Queries queries, PriceChanges changes) {
        this.commands = commands;
        this.queries = queries;
        this.changes = changes;
    }

    @POST
    @Operation(operationId = "setTaxRate", summary = "Set the rate of a tax category from a day on")
    public Uni<RestResponse<TaxRateView>> set(@Valid @NotNull TaxRateDetails details) {
        return commands.create(
                details,
                tx -> changes.make(tx, () -> tx.add(TaxRate.set(details, tx.by()))),
                TaxRateView.class,
                TaxRateView::of);
    }

    @GET
    @Operation(operationId = "listTaxRates", summary = "Tax rates in the order they were set")
    public Uni<Page<TaxRateView>> list(@RestQuery TaxCategory category, @Valid @BeanParam PageRequest page) {
        return queries.page(TaxRate.class, Filters.of("category", category), page)
                .map(found -> found.map(TaxRateView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getTaxRate", summary = "One tax rate")
    public Uni<RestResponse<TaxRateView>> get(@RestPath UUID id) {
        return queries.one("tax rate", session -> session.find(TaxRate.class, id), TaxRateView::of);
    }

    @POST
    @Path("/{id}/correct")
    @Operation(
            operationId = "correctTaxRate",
            summary = "Put a wrong rate right, from its day on",
            description = "Drafts that are built on it follow; issued invoices stay and are marked (pricesCorrected).")
    public Uni<RestResponse<TaxRateView>> correct(@RestPath UUID id, @Valid @NotNull TaxRateCorrection correction) {
        return commands.change(
                correction,
                tx -> changes.make(tx, TaxRate.class, id, found -> found.correct(correction, tx.by())),
                TaxRateView.class,
                TaxRateView::of);
    }

    @POST
    @Path("/{id}/withdraw")
    @Operation(
            operationId = "withdrawTaxRate",
            summary = "Take a rate out of force that should not be there",
            description =
                    "What held before it holds again from its day on. Drafts follow; issued invoices stay and are marked.")
    public Uni<RestResponse<TaxRateView>> withdraw(@RestPath UUID id, @Valid @NotNull Reason reason) {
        return commands.change(
                reason,
                tx -> changes.make(tx, TaxRate.class, id, found -> found.withdraw(reason.reason(), tx.by())),
                TaxRateView.class,
                TaxRateView::of);
    }
}
