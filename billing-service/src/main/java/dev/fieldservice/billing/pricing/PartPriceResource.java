package dev.fieldservice.billing.pricing;

import dev.fieldservice.contracts.Role;
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

@Path("/v1/part-prices")
@Tag(name = "Prices", description = "What parts, hours and taxes cost, from which day on")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class PartPriceResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final BillingTerms terms;

    public PartPriceResource(HttpCommands commands, Queries queries, BillingTerms terms) {
        this.commands = commands;
        this.queries = queries;
        this.terms = terms;
    }

    @POST
    @Operation(operationId = "setPartPrice", summary = "Set what a part costs from a day on")
    public Uni<RestResponse<PartPriceView>> set(@Valid @NotNull PartPriceDetails details) {
        return commands.create(
                details,
                tx -> tx.add(PartPrice.set(details, terms, tx.by())),
                PartPriceView.class,
                price -> PartPriceView.of(price, terms));
    }

    @GET
    @Operation(operationId = "listPartPrices", summary = "Prices of parts in the order they were set")
    public Uni<Page<PartPriceView>> list(@RestQuery UUID partId, @Valid @BeanParam PageRequest page) {
        return queries.page(PartPrice.class, Filters.of("partId", partId), page)
                .map(found -> found.map(price -> PartPriceView.of(price, terms)));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPartPrice", summary = "One price of a part")
    public Uni<RestResponse<PartPriceView>> get(@RestPath UUID id) {
        return queries.one(
                "part price", session -> session.find(PartPrice.class, id), price -> PartPriceView.of(price, terms));
    }
}
