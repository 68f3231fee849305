package dev.fieldservice.inventory.values;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Cursors;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1")
@Tag(name = "Stock value", description = "What stock is worth, or was on a day")
@RolesAllowed({Role.ACCOUNTANT, Role.BUYER, Role.STOREKEEPER, Role.SUPERVISOR, Role.ADMIN})
public class StockValueResource {

    private static final String WHEN = "At the end of this day by the company's clock; now, if left out";

    private final UnitOfWork unit;
    private final Cursors cursors;
    private final Clock clock;

    public StockValueResource(UnitOfWork unit, Cursors cursors, Clock clock) {
        this.unit = unit;
        this.cursors = cursors;
        this.clock = clock;
    }

    @GET
    @Path("/stock-values")
    @Operation(
            operationId = "listStockValues",
            summary = "What each part at each place is worth, or was on a day",
            description =
                    "By what was booked by then. What is booked later of earlier days counts from when it was booked: what was found of a"
                            + " day stays.")
    public Uni<Page<StockValue>> list(
            @RestQuery @Parameter(description = WHEN, example = "2026-03-31") LocalDate on,
            @RestQuery UUID partId,
            @RestQuery UUID locationId,
            @Valid @BeanParam PageRequest page) {
        UUID after = cursors.id(page).orElse(new UUID(0, 0));
        return unit.read(session -> StockValues.until(session, on, clock.instant())
                        .chain(until -> StockValues.list(session, until, partId, locationId, after, page.limit() + 1)))
                .map(found ->
                        cursors.page(found, page, value -> value.position().toString()));
    }

    @GET
    @Path("/stock-value-totals")
    @Operation(
            operationId = "getStockValueTotals",
            summary = "What all stock is worth, or was on a day",
            description = "A sum for each currency in which it was booked.")
    public Uni<Page<StockValueTotal>> totals(
            @RestQuery @Parameter(description = WHEN, example = "2026-03-31") LocalDate on) {
        return unit.read(session -> StockValues.until(session, on, clock.instant())
                        .chain(until -> StockValues.total(session, until)))
                .map(found -> new Page<>(found, null));
    }
}
