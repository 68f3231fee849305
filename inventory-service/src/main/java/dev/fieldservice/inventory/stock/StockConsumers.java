package dev.fieldservice.inventory.stock;

import dev.fieldservice.inventory.discrepancies.Discrepancies;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The consumer of what was used in the field. It is a fact and never refused; what does not add up is somebody's to clear up. */
@ApplicationScoped
public class StockConsumers {

    private final Ledger ledger;
    private final Discrepancies discrepancies;

    public StockConsumers(Ledger ledger, Discrepancies discrepancies) {
        this.ledger = ledger;
        this.discrepancies = discrepancies;
    }

    public Uni<Void> partsConsumed(Tx tx, PartsConsumed usage) {
        return Place.held(tx, usage.partId(), usage.stockLocationId()).chain(place -> {
            StockMovement movement = StockMovement.usage(usage, tx.by());
            return ledger.book(tx, movement).chain(onHand -> {
                if (onHand == null) {
                    return Uni.createFrom().voidItem();
                }
                movement.tell(place, onHand, tx.by());
                return UsedPieces.move(tx, usage, place, onHand)
                        .chain(pieces -> discrepancies.open(tx, UsageFindings.of(usage, place, onHand, pieces)));
            });
        });
    }
}
