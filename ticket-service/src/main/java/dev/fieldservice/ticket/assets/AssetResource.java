package dev.fieldservice.ticket.assets;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.rest.TextSearch;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.assets.AssetLifecycle.State;
import dev.fieldservice.ticket.corrections.Correction.About;
import dev.fieldservice.ticket.corrections.Corrections;
import dev.fieldservice.ticket.locations.ServiceLocation;
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
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.LockMode;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/assets")
@Tag(name = "Assets", description = "The customers' machines")
@RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
public class AssetResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final Corrections corrections;

    public AssetResource(HttpCommands commands, Queries queries, Corrections corrections) {
        this.commands = commands;
        this.queries = queries;
        this.corrections = corrections;
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
    @Operation(operationId = "listAssets", summary = "Assets, of a customer, at a site, by text or serial number")
    public Uni<Page<AssetView>> list(
            @RestQuery UUID customerId,
            @RestQuery UUID locationId,
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
                            + " as it was.")
    public Uni<RestResponse<AssetView>> change(@RestPath UUID id, @Valid @NotNull AssetDetails details) {
        return commands.replace(
                tx -> requireSite(tx, details)
                        .chain(() -> tx.load(Asset.class, id)
                                .call(found -> corrections.follow(
                                        tx, found, found.differsFrom(details), About.ASSET, details.customerId()))),
                (asset, by) -> asset.change(details, by),
                AssetView::of);
    }

    @POST
    @Path("/{id}/retire")
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(
            operationId = "retireAsset",
            summary = "The machine was sold, scrapped or replaced",
            description =
                    "No ticket is opened for it any more; those that are open go on. Its serial number is free: whoever has"
                            + " it now registers it anew.")
    public Uni<RestResponse<AssetView>> retire(@RestPath UUID id, @Valid @NotNull Reason why) {
        return change(id, why, (asset, by) -> asset.retire(by, why.reason()));
    }

    @POST
    @Path("/{id}/reinstate")
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(
            operationId = "reinstateAsset",
            summary = "It was retired by mistake, or is back in use",
            description = "Unless another machine of this maker has its serial number by now.")
    public Uni<RestResponse<AssetView>> reinstate(@RestPath UUID id, @Valid @NotNull Reason why) {
        return change(id, why, (asset, by) -> asset.reinstate(by, why.reason()));
    }

    private Uni<RestResponse<AssetView>> change(UUID id, Reason why, BiConsumer<Asset, By> command) {
        return commands.change(
                why,
                tx -> tx.load(Asset.class, id).invoke(asset -> command.accept(asset, tx.by())),
                AssetView.class,
                AssetView::of);
    }

    /** Until the commit it stays whose it is. */
    private static Uni<ServiceLocation> requireSite(Tx tx, AssetDetails details) {
        return tx.session()
                .find(ServiceLocation.class, details.locationId(), LockMode.PESSIMISTIC_READ)
                .map(site -> {
                    if (site == null || !site.belongsTo(details.customerId())) {
                        throw Refusal.RuleViolated.unknown("/locationId", "service location");
                    }
                    return site;
                });
    }
}
