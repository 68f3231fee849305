package dev.fieldservice.ticket.assets;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.locations.ServiceLocation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/assets")
@Tag(name = "Assets", description = "The customers' machines")
@RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
public class AssetResource {

    private final HttpCommands commands;
    private final Queries queries;

    public AssetResource(HttpCommands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @POST
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(operationId = "registerAsset", summary = "Register an asset")
    public Uni<RestResponse<AssetView>> register(@Valid @NotNull AssetDetails details) {
        return commands.create(
                details,
                tx -> requireSite(tx, details).chain(() -> tx.add(Asset.register(details, tx.by()))),
                AssetView.class,
                AssetView::of);
    }

    @GET
    @Operation(operationId = "listAssets", summary = "The assets of a customer, oldest first")
    public Uni<Page<AssetView>> list(@RestQuery @NotNull UUID customerId, @Valid @BeanParam PageRequest page) {
        return queries.page(Asset.class, Filters.of("customerId", customerId), page)
                .map(found -> found.map(AssetView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getAsset", summary = "One asset")
    public Uni<RestResponse<AssetView>> get(@RestPath UUID id) {
        return queries.one(Asset.class, id, AssetView::of);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(operationId = "changeAsset", summary = "Replace what is known of an asset")
    public Uni<RestResponse<AssetView>> change(@RestPath UUID id, @Valid @NotNull AssetDetails details) {
        return commands.replace(
                tx -> requireSite(tx, details).chain(() -> tx.load(Asset.class, id)),
                (asset, by) -> asset.change(details, by),
                AssetView::of);
    }

    private static Uni<ServiceLocation> requireSite(Tx tx, AssetDetails details) {
        return tx.session().find(ServiceLocation.class, details.locationId()).map(site -> {
            if (site == null || !site.belongsTo(details.customerId())) {
                throw Refusal.RuleViolated.unknown("/locationId", "service location");
            }
            return site;
        });
    }
}
