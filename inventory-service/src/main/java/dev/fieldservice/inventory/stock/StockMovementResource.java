package dev.fieldservice.inventory.stock;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.Queries;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/stock-movements")
@Tag(name = "Stock", description = "What is where, and the ledger of what came and went")
@RolesAllowed({Role.STOREKEEPER, Role.BUYER, Role.SUPERVISOR, Role.ADMIN})
public class StockMovementResource {

    private final Queries queries;

    public StockMovementResource(Queries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(operationId = "listStockMovements", summary = "The ledger, oldest entry first")
    public Uni<Page<StockMovementView>> list(
            @RestQuery UUID partId,
            @RestQuery UUID locationId,
            @RestQuery UUID orderId,
            @RestQuery UUID documentId,
            @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.of("partId", partId)
                .and("locationId", locationId)
                .and("orderId", orderId)
                .and("documentId", documentId);
        return queries.page(StockMovement.class, filters, page).map(found -> found.map(StockMovementView::of));
    }
}
