package dev.fieldservice.inventory.stock;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
    private final Ledger ledger;

    public StockReceiptResource(HttpCommands commands, Queries queries, Ledger ledger) {
        this.commands = commands;
        this.queries = queries;
        this.ledger = ledger;
    }

    @POST
    @Operation(operationId = "receiveStock", summary = "Book goods that came in")
    public Uni<RestResponse<StockReceiptView>> receive(@Valid @NotNull StockReceipt receipt) {
        return commands.create(receipt, tx -> book(tx, receipt), StockReceiptView.class, StockReceiptView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.STOREKEEPER, Role.BUYER, Role.SUPERVISOR, Role.ADMIN})
    @Operation(operationId = "getStockReceipt", summary = "One receipt")
    public Uni<RestResponse<StockReceiptView>> get(@RestPath UUID id) {
        return queries.one(
                "stock receipt",
                session -> session.find(StockMovement.class, id)
                        .map(found -> found != null && found.kind == MovementKind.RECEIPT ? found : null),
                StockReceiptView::of);
    }

    private Uni<StockMovement> book(Tx tx, StockReceipt receipt) {
        return Place.of(tx, receipt.partId(), receipt.locationId()).chain(place -> {
            requireThatItFits(receipt, place);
            StockMovement movement = StockMovement.receipt(receipt, tx.by());
            return ledger.book(tx, movement)
                    .invoke(onHand -> movement.tell(place, onHand, tx.by()))
                    .replaceWith(movement);
        });
    }

    private static void requireThatItFits(StockReceipt receipt, Place place) {
        String unit = place.part()
                .orElseThrow(() -> Refusal.RuleViolated.unknown("/partId", "part"))
                .unit();
        if (place.location().isEmpty()) {
            throw Refusal.RuleViolated.unknown("/locationId", "stock location");
        }
        if (!unit.equals(receipt.quantity().unit())) {
            throw Refusal.RuleViolated.at("/quantity/unit", "other-unit", "This part is counted in " + unit + ".");
        }
    }
}
