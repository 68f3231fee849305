package dev.fieldservice.inventory.stock;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;

/** Usages that are told after a count has seen what they left: a counter-entry keeps the level as it was counted. */
@ApplicationScoped
class LateUsages {

    /**
     * The last of the counts that had seen it, if there is one. A usage that is taken back never was one: of the two, the one that is
     * told second follows the first.
     */
    static final String SEEN_BY = """
            select count.id from stock_count_line line join stock_count count on count.id = line.count_id
             where line.part_id = :part and count.location_id = :location and count.state = 'APPROVED'
               and line.counted_at >= coalesce((select other.occurred_at from stock_movement other
                                                 where other.source_id = cast(:reversalOf as uuid)
                                                    or other.reversal_of = :source), cast(:occurredAt as timestamptz))
             order by line.counted_at desc limit 1""";

    private final Ledger ledger;

    LateUsages(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * The usage is booked, so its level is locked, and a count is approved before it or after it.
     *
     * @return the level after it
     */
    Uni<BigDecimal> settle(Tx tx, StockMovement usage, Place place, UsedStock left) {
        if (left.seenBy() == null) {
            return Uni.createFrom().item(left.onHand());
        }
        StockMovement counter = StockMovement.seenBy(left.seenBy(), usage, tx.by());
        return ledger.book(tx, counter).invoke(after -> counter.tell(place, after, tx.by()));
    }
}
