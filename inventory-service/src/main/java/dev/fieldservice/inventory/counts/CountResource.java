package dev.fieldservice.inventory.counts;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.inventory.counts.CountLifecycle.State;
import dev.fieldservice.platform.http.BodyLimit;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
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
import jakarta.ws.rs.Path;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/stock-counts")
@Tag(name = "Counts", description = "What is on the shelf, by those who looked, against what the ledger says")
@RolesAllowed({Role.STOREKEEPER, Role.ADMIN})
public class CountResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final Counts counts;

    public CountResource(HttpCommands commands, Queries queries, Counts counts) {
        this.commands = commands;
        this.queries = queries;
        this.counts = counts;
    }

    @POST
    @Operation(
            operationId = "openStockCount",
            summary = "Open a count",
            description = "Of named parts, or of all that the ledger has at a place. Stock moves on meanwhile.")
    public Uni<RestResponse<CountView>> open(@Valid @NotNull NewCount wanted) {
        return commands.create(wanted, tx -> counts.open(tx, wanted), CountView.class, CountView::of);
    }

    @GET
    @RolesAllowed({Role.STOREKEEPER, Role.BUYER, Role.SUPERVISOR, Role.ADMIN})
    @Operation(operationId = "listStockCounts", summary = "Counts, oldest first")
    public Uni<Page<CountView.Summary>> list(
            @RestQuery State state, @RestQuery UUID locationId, @Valid @BeanParam PageRequest page) {
        return queries.page(StockCount.class, Filters.of("state", state).and("locationId", locationId), page)
                .map(found -> found.map(CountView.Summary::of));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.STOREKEEPER, Role.BUYER, Role.SUPERVISOR, Role.ADMIN})
    @Operation(
            operationId = "getStockCount",
            summary = "One count with its lines",
            description = "What the ledger says is shown when all is counted.")
    public Uni<RestResponse<CountView>> get(@RestPath UUID id) {
        return queries.one("stock count", session -> Counts.find(session, id), count -> count, CountView::of);
    }

    @POST
    @Path("/{id}/enter")
    @BodyLimit("960K")
    @Operation(
            operationId = "enterStockCount",
            summary = "Enter what is there",
            description =
                    "As it is at this moment. What is entered again replaces what was entered before, unless it says"
                            + " that it is `more` of it: so are many pieces entered, up to 75 at a time.")
    public Uni<RestResponse<CountView>> enter(@RestPath UUID id, @Valid @NotNull CountedParts counted) {
        return change(counted, tx -> counts.enter(tx, id, counted));
    }

    @POST
    @Path("/{id}/submit")
    @Operation(operationId = "submitStockCount", summary = "All is counted: compare")
    public Uni<RestResponse<CountView>> submit(@RestPath UUID id) {
        return change(null, tx -> counts.submit(tx, id));
    }

    @POST
    @Path("/{id}/reopen")
    @RolesAllowed({Role.STOREKEEPER, Role.SUPERVISOR, Role.ADMIN})
    @Operation(operationId = "reopenStockCount", summary = "Have something counted once more")
    public Uni<RestResponse<CountView>> reopen(@RestPath UUID id, @Valid @NotNull Reason why) {
        return change(why, tx -> counts.reopen(tx, id, why.reason()));
    }

    @POST
    @Path("/{id}/approve")
    @RolesAllowed({Role.STOREKEEPER, Role.SUPERVISOR, Role.ADMIN})
    @Operation(
            operationId = "approveStockCount",
            summary = "Adjust the ledger by what differs",
            description =
                    "By somebody who has not counted. What came or went after a part was counted stays booked; what had"
                            + " come or gone before and was told late is taken into account.")
    public Uni<RestResponse<CountView>> approve(@RestPath UUID id, @Valid @NotNull Reason why) {
        return change(why, tx -> counts.approve(tx, id, why.reason()));
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({Role.STOREKEEPER, Role.SUPERVISOR, Role.ADMIN})
    @Operation(operationId = "cancelStockCount", summary = "Adjust nothing")
    public Uni<RestResponse<CountView>> cancel(@RestPath UUID id, @Valid @NotNull Reason why) {
        return change(why, tx -> counts.cancel(tx, id, why.reason()));
    }

    private Uni<RestResponse<CountView>> change(Object body, Function<Tx, Uni<StockCount>> work) {
        return commands.change(body, work, CountView.class, CountView::of);
    }
}
