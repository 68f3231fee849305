package dev.fieldservice.inventory.stock;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.inventory.locations.Visibility;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/stock-levels")
@Tag(name = "Stock", description = "What is where, and the ledger of what came and went")
@RolesAllowed({Role.STOREKEEPER, Role.BUYER, Role.TECHNICIAN, Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
public class StockLevelResource {

    private final Queries queries;
    private final CurrentRequest request;
    private final UnitOfWork unit;

    public StockLevelResource(Queries queries, CurrentRequest request, UnitOfWork unit) {
        this.queries = queries;
        this.request = request;
        this.unit = unit;
    }

    @GET
    @Operation(
            operationId = "listStockLevels",
            summary = "What is where",
            description =
                    "Technicians see the warehouses and their own vehicle. What has left one place and has not arrived at"
                            + " the other is \"In transit\".")
    public Uni<Page<StockLevelView>> list(
            @RestQuery UUID partId,
            @RestQuery UUID locationId,
            @RestQuery
                    @Parameter(
                            description = "As it was at this moment, by what had been recorded; now without it",
                            example = "2026-03-01T00:00:00Z")
                    OffsetDateTime asOf,
            @Valid @BeanParam PageRequest page) {
        Optional<Instant> moment = Moment.of(asOf);
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
                .chain(found -> moment.map(past -> asOf(found, past))
                        .orElseGet(() -> Uni.createFrom().item(found.map(StockLevelView::of))));
    }

    private Uni<Page<StockLevelView>> asOf(Page<StockLevel> found, Instant moment) {
        return unit.read(session -> PastLevels.of(session, found.items(), moment))
                .map(past -> found.map(level -> StockLevelView.of(level, past.get(level.id()))));
    }
}
