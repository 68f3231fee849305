package dev.fieldservice.inventory.stock;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.inventory.locations.Visibility;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.Queries;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/stock-levels")
@Tag(name = "Stock", description = "What is where, and the ledger of what came and went")
@RolesAllowed({Role.STOREKEEPER, Role.BUYER, Role.TECHNICIAN, Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
public class StockLevelResource {

    private final Queries queries;
    private final CurrentRequest request;

    public StockLevelResource(Queries queries, CurrentRequest request) {
        this.queries = queries;
        this.request = request;
    }

    @GET
    @Operation(
            operationId = "listStockLevels",
            summary = "What is where",
            description = "Technicians see the warehouses and their own vehicle.")
    public Uni<Page<StockLevelView>> list(
            @RestQuery UUID partId, @RestQuery UUID locationId, @Valid @BeanParam PageRequest page) {
        Visibility visibility = Visibility.of(request.caller());
        Map<String, Object> parameters = new HashMap<>(visibility.parameters());
        StringBuilder where = new StringBuilder(visibility.ofStock());
        if (partId != null) {
            where.append(" and partId = :part");
            parameters.put("part", partId);
        }
        if (locationId != null) {
            where.append(" and locationId = :location");
            parameters.put("location", locationId);
        }
        return queries.page(StockLevel.class, where.toString(), parameters, page)
                .map(found -> found.map(StockLevelView::of));
    }
}
