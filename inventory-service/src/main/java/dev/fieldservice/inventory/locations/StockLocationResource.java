package dev.fieldservice.inventory.locations;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.inventory.demand.Demand;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.CurrentRequest;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/stock-locations")
@Tag(name = "Stock locations", description = "Warehouses and vans")
@RolesAllowed({Role.STOREKEEPER, Role.BUYER, Role.TECHNICIAN, Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
public class StockLocationResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final CurrentRequest request;
    private final Demand demand;

    public StockLocationResource(HttpCommands commands, Queries queries, CurrentRequest request, Demand demand) {
        this.commands = commands;
        this.queries = queries;
        this.request = request;
        this.demand = demand;
    }

    @POST
    @RolesAllowed({Role.STOREKEEPER, Role.ADMIN})
    @Operation(operationId = "registerStockLocation", summary = "Register a warehouse or a vehicle")
    public Uni<RestResponse<StockLocationView>> register(@Valid @NotNull StockLocationDetails details) {
        return commands.create(
                details,
                tx -> tx.add(StockLocation.register(details, tx.by())),
                StockLocationView.class,
                StockLocationView::of);
    }

    @GET
    @Operation(
            operationId = "listStockLocations",
            summary = "Places that hold stock, oldest first",
            description = "Technicians see the warehouses and their own vehicle.")
    public Uni<Page<StockLocationView>> list(@RestQuery UUID technicianId, @Valid @BeanParam PageRequest page) {
        Visibility visibility = Visibility.of(request.caller());
        Map<String, Object> parameters = new HashMap<>(visibility.parameters());
        if (technicianId != null) {
            parameters.put("technician", technicianId);
        }
        String where = visibility.ofLocations() + (technicianId == null ? "" : " and technicianId = :technician");
        return queries.page(StockLocation.class, where, parameters, page)
                .map(found -> found.map(StockLocationView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getStockLocation", summary = "One place that holds stock")
    public Uni<RestResponse<StockLocationView>> get(@RestPath UUID id) {
        Visibility visibility = Visibility.of(request.caller());
        return queries.one(
                "stock location",
                session -> session.find(StockLocation.class, id)
                        .map(found -> found != null && visibility.includes(found) ? found : null),
                StockLocationView::of);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Role.STOREKEEPER, Role.ADMIN})
    @Operation(operationId = "changeStockLocation", summary = "Replace what is known of a place that holds stock")
    public Uni<RestResponse<StockLocationView>> change(
            @RestPath UUID id, @Valid @NotNull StockLocationDetails details) {
        return commands.replace(
                tx -> tx.load(StockLocation.class, id).call(location -> reservedAnew(tx, location, details)),
                (location, by) -> location.change(details, by),
                StockLocationView::of);
    }

    /** What is reserved follows whom the place serves. */
    private Uni<Void> reservedAnew(Tx tx, StockLocation location, StockLocationDetails details) {
        return location.others(details)
                .map(drivers -> demand.placeChanges(tx, location.id(), drivers))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
