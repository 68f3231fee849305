package dev.fieldservice.inventory.stock;

import dev.fieldservice.inventory.discrepancies.Discrepancies;
import dev.fieldservice.inventory.discrepancies.DiscrepancyKind;
import dev.fieldservice.inventory.pieces.Piece;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;

/** The consumer of what was used in the field. It is a fact and never refused; what does not add up is somebody's to clear up. */
@ApplicationScoped
public class StockConsumers {

    private final Ledger ledger;
    private final LateUsages late;
    private final Discrepancies discrepancies;
    private final ContainedStock contained;

    public StockConsumers(Ledger ledger, LateUsages late, Discrepancies discrepancies, ContainedStock contained) {
        this.ledger = ledger;
        this.late = late;
        this.discrepancies = discrepancies;
        this.contained = contained;
    }

    public Uni<Void> partsConsumed(Tx tx, PartsConsumed usage) {
        return Place.held(tx, usage.partId(), usage.stockLocationId()).chain(place -> {
            StockMovement movement = StockMovement.usage(usage, tx.by());
            return held(tx, usage).chain(() -> ledger.use(tx, movement)).chain(left -> {
                if (left == null) {
                    return Uni.createFrom().voidItem();
                }
                movement.tell(place, left.onHand(), tx.by());
                return moved(tx, usage, movement, place, left);
            });
        });
    }

    private Uni<Void> moved(Tx tx, PartsConsumed usage, StockMovement movement, Place place, UsedStock left) {
        return contained
                .used(tx, usage, movement.id(), left, UsageFindings.where(usage, place))
                .chain(followed -> settled(tx, movement, place, left, followed.onHand())
                        .chain(onHand -> follow(tx, usage, place, onHand))
                        .chain(() -> discrepancies.open(tx, followed.findings())));
    }

    /** What the scales said of its container, or that it was elsewhere, has offset it already: a count does so no more. */
    private Uni<BigDecimal> settled(Tx tx, StockMovement movement, Place place, UsedStock left, BigDecimal followed) {
        return followed.compareTo(left.onHand()) == 0
                ? late.settle(tx, movement, place, left)
                : Uni.createFrom().item(followed);
    }

    private Uni<Void> follow(Tx tx, PartsConsumed usage, Place place, BigDecimal onHand) {
        return UsedPieces.asNamedNow(tx, usage)
                .chain(named -> UsedPieces.move(tx, named, place, onHand)
                        .call(pieces -> explain(tx, named, pieces))
                        .chain(pieces -> discrepancies.open(tx, UsageFindings.of(named, place, onHand, pieces))));
    }

    /** Before a level is locked, as the container may be elsewhere by what is known. */
    private Uni<Void> held(Tx tx, PartsConsumed usage) {
        return usage.containerNumber() == null ? Uni.createFrom().voidItem() : ledger.hold(tx, usage.partId());
    }

    /** A piece that came out of a machine while it lay in stock, by what was known, had been installed before. */
    private Uni<Void> explain(Tx tx, PartsConsumed usage, List<Piece> pieces) {
        return UsageFindings.explainedBy(usage, pieces)
                .map(piece -> discrepancies.explain(
                        tx,
                        DiscrepancyKind.SERIAL_IN_STOCK,
                        piece.partId(),
                        piece.serial(),
                        piece.serial() + " had been installed before, as was told later"))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
