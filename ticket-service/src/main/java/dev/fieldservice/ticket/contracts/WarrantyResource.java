package dev.fieldservice.ticket.contracts;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.BodyLimit;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.assets.Asset;
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

@Path("/v1/warranties")
@Tag(name = "Contracts", description = "What was agreed with customers, and what is warranted of machines")
@RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ACCOUNTANT, Role.ADMIN})
public class WarrantyResource {

    private final HttpCommands commands;
    private final Queries queries;

    public WarrantyResource(HttpCommands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @POST
    @BodyLimit("128K")
    @RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
    @Operation(
            operationId = "enterWarranty",
            summary = "Enter what is warranted of a machine",
            description = "For requests that are recorded from now on, and in its days.")
    public Uni<RestResponse<WarrantyView>> enter(@Valid @NotNull WarrantyDetails details) {
        return commands.create(
                details,
                tx -> requireAsset(tx, details.assetId()).chain(() -> tx.add(Warranty.enter(details, tx.by()))),
                WarrantyView.class,
                WarrantyView::of);
    }

    private static Uni<Asset> requireAsset(Tx tx, UUID id) {
        return tx.session()
                .find(Asset.class, id)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.RuleViolated.unknown("/assetId", "asset"));
    }

    @GET
    @Operation(operationId = "listWarranties", summary = "Warranties, of a machine")
    public Uni<Page<WarrantyView>> list(@RestQuery UUID assetId, @Valid @BeanParam PageRequest page) {
        return queries.page(Warranty.class, Filters.of("assetId", assetId), page)
                .map(found -> found.map(WarrantyView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getWarranty", summary = "One warranty")
    public Uni<RestResponse<WarrantyView>> get(@RestPath UUID id) {
        return queries.one(Warranty.class, id, WarrantyView::of);
    }

    @POST
    @Path("/{id}/withdraw")
    @RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
    @Operation(
            operationId = "withdrawWarranty",
            summary = "Take a warranty out of force that should not be there",
            description = "Requests that are recorded keep it.")
    public Uni<RestResponse<WarrantyView>> withdraw(@RestPath UUID id, @Valid @NotNull Reason why) {
        return commands.change(
                why,
                tx -> tx.load(Warranty.class, id).invoke(found -> found.withdraw(why.reason(), tx.by())),
                WarrantyView.class,
                WarrantyView::of);
    }
}
