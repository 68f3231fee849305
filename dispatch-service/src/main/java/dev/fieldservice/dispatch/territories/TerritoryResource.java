package dev.fieldservice.dispatch.territories;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/territories")
@Tag(name = "Territories", description = "Areas on the map by which work is found and planned")
@RolesAllowed({Role.DISPATCHER, Role.ADMIN})
public class TerritoryResource {

    private final HttpCommands commands;
    private final Queries queries;

    public TerritoryResource(HttpCommands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @POST
    @Operation(operationId = "drawTerritory", summary = "Draw a territory")
    public Uni<RestResponse<TerritoryView>> draw(@Valid @NotNull TerritoryDetails details) {
        return commands.create(
                details, tx -> tx.add(ServiceTerritory.draw(details, tx.by())), TerritoryView.class, TerritoryView::of);
    }

    @GET
    @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.TECHNICIAN, Role.ADMIN})
    @Operation(operationId = "listTerritories", summary = "Territories, oldest first")
    public Uni<Page<TerritoryView>> list(@Valid @BeanParam PageRequest page) {
        return queries.page(ServiceTerritory.class, Filters.none(), page).map(found -> found.map(TerritoryView::of));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.TECHNICIAN, Role.ADMIN})
    @Operation(operationId = "getTerritory", summary = "One territory")
    public Uni<RestResponse<TerritoryView>> get(@RestPath UUID id) {
        return queries.one("territory", session -> session.find(ServiceTerritory.class, id), TerritoryView::of);
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "changeTerritory", summary = "Draw a territory anew")
    public Uni<RestResponse<TerritoryView>> change(@RestPath UUID id, @Valid @NotNull TerritoryDetails details) {
        return commands.replace(
                tx -> tx.load(ServiceTerritory.class, id),
                (territory, by) -> territory.change(details, by),
                TerritoryView::of);
    }
}
