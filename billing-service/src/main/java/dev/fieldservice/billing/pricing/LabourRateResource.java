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

@Path("/v1/labour-rates")
@Tag(name = "Prices", description = "What parts, hours and taxes cost, from which day on")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class LabourRateResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final BillingTerms terms;

    public LabourRateResource(HttpCommands commands, Queries queries, BillingTerms terms) {
        this.commands = commands;
        this.queries = queries;
        this.terms = terms;
    }

    @POST
    @Operation(operationId = "setLabourRate", summary = "Set what an hour costs from a day on")
    public Uni<RestResponse<LabourRateView>> set(@Valid @NotNull LabourRateDetails details) {
        return commands.create(
                details,
                tx -> tx.add(LabourRate.set(details, terms, tx.by())),
                LabourRateView.class,
                rate -> LabourRateView.of(rate, terms));
    }

    @GET
    @Operation(operationId = "listLabourRates", summary = "Hourly rates in the order they were set")
    public Uni<Page<LabourRateView>> list(@RestQuery WorkKind kind, @Valid @BeanParam PageRequest page) {
        return queries.page(LabourRate.class, Filters.of("kind", kind), page)
                .map(found -> found.map(rate -> LabourRateView.of(rate, terms)));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getLabourRate", summary = "One hourly rate")
    public Uni<RestResponse<LabourRateView>> get(@RestPath UUID id) {
        return queries.one(
                "labour rate", session -> session.find(LabourRate.class, id), rate -> LabourRateView.of(rate, terms));
    }
}
