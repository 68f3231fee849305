package dev.fieldservice.ticket.assets;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.rest.TextSearch;
import dev.fieldservice.ticket.assets.AssetLifecycle.State;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
    private final Assets assets;

    public AssetResource(HttpCommands commands, Queries queries, Assets assets) {
        this.commands = commands;
        this.queries = queries;
        this.assets = assets;
    }

    @POST
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(operationId = "registerAsset", summary = "Register an asset")
    public Uni<RestResponse<AssetView>> register(@Valid @NotNull AssetDetails details) {
        return commands.create(details, tx -> Assets.register(tx, details), AssetView.class, AssetView::of);
    }

    @GET
    @Operation(
            operationId = "listAssets",
            summary = "Assets, of a customer, at a site, in a machine, by text or serial number")
    public Uni<Page<AssetView>> list(
            @RestQuery UUID customerId,
            @RestQuery UUID locationId,
            @RestQuery @Parameter(description = "Those that are parts of this machine") UUID partOf,
            @RestQuery
                    @Size(max = 100)
                    @Pattern(regexp = Text.LINE)
                    @Parameter(description = "Blanks and case do not matter", example = "CH-2021-004417")
                    String serialNumber,
            @RestQuery @Parameter(description = "Those that are not in use any more, or those that are")
                    Boolean retired,
            @Valid @BeanParam TextSearch search,
            @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.of("customerId", customerId)
                .and("locationId", locationId)
                .and("partOf", partOf)
                .and("state", retired == null ? null : retired ? State.RETIRED : State.IN_USE)
                .text(search)
                .sql("compared(serial_number) = compared(?)", serialNumber);
        return queries.page(Asset.class, filters, search.order(), page).map(found -> found.map(AssetView::of));
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
    @Operation(
            operationId = "changeAsset",
            summary = "Replace what is known of an asset",
            description =
                    "Open tickets, their orders and drafts of invoices follow; what is signed, issued or closed stays"
                            + " as it was. Its parts go with it to another site; a part does not go alone (422"
                            + " `stands-with-whole`).")
    public Uni<RestResponse<AssetView>> change(@RestPath UUID id, @Valid @NotNull AssetDetails details) {
        return commands.replace(
                tx -> assets.loadToChange(tx, id, details), (asset, by) -> asset.change(details, by), AssetView::of);
    }

    @POST
    @Path("/{id}/install")
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(
            operationId = "installAsset",
            summary = "Make it a part of another machine",
            description =
                    "Of the same customer, and in use. It stands at the site of that machine from then on, with its own parts. At"
                            + " most 200 machines in six levels.")
    public Uni<RestResponse<AssetView>> install(@RestPath UUID id, @Valid @NotNull Installation wanted) {
        return commands.change(wanted, tx -> Assets.install(tx, id, wanted.wholeId()), AssetView.class, AssetView::of);
    }

    @POST
    @Path("/{id}/take-out")
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(operationId = "takeOutAsset", summary = "It is not a part of another machine any more")
    public Uni<RestResponse<AssetView>> takeOut(@RestPath UUID id, @Valid @NotNull Reason why) {
        return commands.change(why, tx -> Assets.takeOut(tx, id, why.reason()), AssetView.class, AssetView::of);
    }

    @POST
    @Path("/{id}/retire")
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(
            operationId = "retireAsset",
            summary = "The machine was sold, scrapped or replaced",
            description =
                    "No ticket is opened for it any more; those that are open go on. Its serial number is free: whoever has"
                            + " it now registers it anew. Parts that are in use are retired or taken out before.")
    public Uni<RestResponse<AssetView>> retire(@RestPath UUID id, @Valid @NotNull Reason why) {
        return commands.change(why, tx -> Assets.retire(tx, id, why.reason()), AssetView.class, AssetView::of);
    }

    @POST
    @Path("/{id}/reinstate")
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(
            operationId = "reinstateAsset",
            summary = "It was retired by mistake, or is back in use",
            description =
                    "Unless another machine of this maker has its serial number by now, or what it is a part of is retired.")
    public Uni<RestResponse<AssetView>> reinstate(@RestPath UUID id, @Valid @NotNull Reason why) {
        return commands.change(why, tx -> Assets.reinstate(tx, id, why.reason()), AssetView.class, AssetView::of);
    }
}
