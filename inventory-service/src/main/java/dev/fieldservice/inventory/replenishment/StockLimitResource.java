package dev.fieldservice.inventory.replenishment;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.inventory.locations.StockLocation;
import dev.fieldservice.inventory.parts.Part;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.rest.Filters;
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
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/stock-limits")
@Tag(name = "Stock limits", description = "How much of a part shall be in a van; in the evening transfers are proposed")
@RolesAllowed({Role.STOREKEEPER, Role.BUYER, Role.SUPERVISOR, Role.ADMIN})
public class StockLimitResource {

    private final HttpCommands commands;
    private final Queries queries;

    public StockLimitResource(HttpCommands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @POST
    @RolesAllowed({Role.STOREKEEPER, Role.ADMIN})
    @Operation(
            operationId = "setStockLimit",
            summary = "Say how much of a part shall be at a place",
            description =
                    "Each evening what is below its minimum is proposed to be filled up to its maximum: a transfer that"
                            + " is accepted by requesting it. What nobody has accepted is replaced by the next proposal.")
    public Uni<RestResponse<StockLimitView>> set(@Valid @NotNull StockLimitDetails details) {
        return commands.create(
                details,
                tx -> unit(tx, details).chain(unit -> tx.add(StockLimit.set(details, unit, tx.by()))),
                StockLimitView.class,
                StockLimitView::of);
    }

    @GET
    @Operation(operationId = "listStockLimits", summary = "How much shall be where, oldest first")
    public Uni<Page<StockLimitView>> list(
            @RestQuery UUID locationId, @RestQuery UUID partId, @Valid @BeanParam PageRequest page) {
        return queries.page(
                        StockLimit.class, Filters.of("locationId", locationId).and("partId", partId), page)
                .map(found -> found.map(StockLimitView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getStockLimit", summary = "One limit")
    public Uni<RestResponse<StockLimitView>> get(@RestPath UUID id) {
        return queries.one(
                "stock limit", session -> session.find(StockLimit.class, id), one -> one, StockLimitView::of);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Role.STOREKEEPER, Role.ADMIN})
    @Operation(
            operationId = "changeStockLimit",
            summary = "Say it anew",
            description = "The part and the place stay what they are; a minimum of 0 proposes nothing.")
    public Uni<RestResponse<StockLimitView>> change(@RestPath UUID id, @Valid @NotNull StockLimitDetails details) {
        AtomicReference<String> unit = new AtomicReference<>();
        return commands.replace(
                tx -> tx.load(StockLimit.class, id).call(() -> unit(tx, details).invoke(unit::set)),
                (limit, by) -> limit.change(details, unit.get(), by),
                StockLimitView::of);
    }

    /** In which the part is counted. */
    private static Uni<String> unit(Tx tx, StockLimitDetails details) {
        return place(tx, details.locationId(), "/locationId")
                .chain(() -> place(tx, details.fromLocationId(), "/fromLocationId"))
                .chain(() -> tx.session().find(Part.class, details.partId()))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.RuleViolated.unknown("/partId", "part"))
                .map(Part::unit);
    }

    private static Uni<StockLocation> place(Tx tx, UUID id, String pointer) {
        return tx.session()
                .find(StockLocation.class, id)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.RuleViolated.unknown(pointer, "stock location"));
    }
}
