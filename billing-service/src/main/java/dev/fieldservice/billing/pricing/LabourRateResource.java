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

@Path("/v1/labour-rates")
@Tag(name = "Prices", description = "What parts, hours and taxes cost, from which day on")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class LabourRateResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final PriceChanges changes;

    public LabourRateResource(HttpCommands commands, Queries queries, PriceChanges changes) {
        this.commands = commands;
        this.queries = queries;
        this.changes = changes;
    }

    @POST
    @Operation(operationId = "setLabourRate", summary = "Set what an hour costs from a day on")
    public Uni<RestResponse<LabourRateView>> set(@Valid @NotNull LabourRateDetails details) {
        return commands.create(
                details,
                tx -> changes.make(
                        tx,
                        () -> KnownCompany.read(tx.session()).chain(company -> set(tx, details, company.currency()))),
                LabourRateView.class,
                LabourRateView::of);
    }

    private static Uni<LabourRate> set(Tx tx, LabourRateDetails details, String currency) {
        LabourRate rate = LabourRate.set(details, currency, tx.by());
        return RuleSubjects.requireCustomer(tx, details.customerId()).chain(() -> tx.add(rate));
    }

    @GET
    @Operation(operationId = "listLabourRates", summary = "Hourly rates in the order they were set")
    public Uni<Page<LabourRateView>> list(
            @RestQuery WorkKind kind,
            @RestQuery UUID customerId,
            @RestQuery UUID contractId,
            @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.of("kind", kind).and("customerId", customerId).and("contractId", contractId);
        return queries.page(LabourRate.class, filters, page).map(found -> found.map(LabourRateView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getLabourRate", summary = "One hourly rate")
    public Uni<RestResponse<LabourRateView>> get(@RestPath UUID id) {
        return queries.one("labour rate", session -> session.find(LabourRate.class, id), LabourRateView::of);
    }

    @POST
    @Path("/{id}/correct")
    @Operation(
            operationId = "correctLabourRate",
            summary = "Put a wrong rate right, from its day on",
            description = "Drafts that are built on it follow; issued invoices stay and are marked (pricesCorrected).")
    public Uni<RestResponse<LabourRateView>> correct(
            @RestPath UUID id, @Valid @NotNull LabourRateCorrection correction) {
        return commands.change(
                correction,
                tx -> changes.make(tx, LabourRate.class, id, found -> found.correct(correction, tx.by())),
                LabourRateView.class,
                LabourRateView::of);
    }

    @POST
    @Path("/{id}/withdraw")
    @Operation(
            operationId = "withdrawLabourRate",
            summary = "Take a rate out of force that should not be there",
            description =
                    "What held before it holds again from its day on. Drafts follow; issued invoices stay and are marked.")
    public Uni<RestResponse<LabourRateView>> withdraw(@RestPath UUID id, @Valid @NotNull Reason reason) {
        return commands.change(
                reason,
                tx -> changes.make(tx, LabourRate.class, id, found -> found.withdraw(reason.reason(), tx.by())),
                LabourRateView.class,
                LabourRateView::of);
    }
}
