package dev.fieldservice.inventory.stock;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.BodyLimit;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/stock-receipts")
@Tag(name = "Stock", description = "What is where, and the ledger of what came and went")
@RolesAllowed({Role.STOREKEEPER, Role.ADMIN})
public class StockReceiptResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final Receipts receipts;

    public StockReceiptResource(HttpCommands commands, Queries queries, Receipts receipts) {
        this.commands = commands;
        this.queries = queries;
        this.receipts = receipts;
    }

    @POST
    @BodyLimit("128K")
    @Operation(
            operationId = "receiveStock",
            summary = "Book goods that came in",
            description = "Of one delivery note of a supplier a part is received once; a second time needs a reason.")
    public Uni<RestResponse<StockReceiptView>> receive(@Valid @NotNull StockReceipt receipt) {
        return commands.create(
                receipt,
                tx -> receipts.book(tx, receipt).map(BookedReceipt::movement),
                StockReceiptView.class,
                movement -> StockReceiptView.of(new BookedReceipt(movement, receipt.pieces(), Optional.empty())));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.STOREKEEPER, Role.BUYER, Role.SUPERVISOR, Role.ADMIN})
    @Operation(operationId = "getStockReceipt", summary = "One receipt")
    public Uni<RestResponse<StockReceiptView>> get(@RestPath UUID id) {
        return queries.one(
                "stock receipt", session -> Receipts.find(session, id), BookedReceipt::movement, StockReceiptView::of);
    }

    @POST
    @Path("/{id}/reverse")
    @Operation(
            operationId = "reverseStockReceipt",
            summary = "Take a wrong receipt back",
            description = "By a counter-entry; nothing is deleted. What was used of it meanwhile opens a discrepancy.")
    public Uni<RestResponse<StockReceiptView>> reverse(@RestPath UUID id, @Valid @NotNull Reason why) {
        return commands.change(
                why,
                tx -> receipts.takeBack(tx, id, why.reason()),
                BookedReceipt::movement,
                StockReceiptView.class,
                StockReceiptView::of);
    }
}
