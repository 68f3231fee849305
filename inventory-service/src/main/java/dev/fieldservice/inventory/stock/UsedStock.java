package dev.fieldservice.inventory.stock;

import dev.fieldservice.inventory.demand.Demand;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * What a usage leaves at its place, and meets there. All of it is asked at once when the level is locked: for each further question
 * whoever else uses the part would wait.
 *
 * @param inContainers how much stands in containers, by what was known before it
 * @param seenBy the count that had seen it already; null if none had
 * @param isToBeReserved whether the part is to be reserved anew
 */
public record UsedStock(BigDecimal onHand, BigDecimal inContainers, UUID seenBy, boolean isToBeReserved) {

    private static final String MET =
            "select (%s), (%s), (%s)".formatted(InContainers.SUM, LateUsages.SEEN_BY, Demand.IS_TO_BE_RESERVED);

    /** @param onHand the level after it, which is locked */
    static Uni<UsedStock> of(Tx tx, StockMovement usage, BigDecimal onHand) {
        return tx.session()
                .createNativeQuery(MET, Tuple.class)
                .setParameter("part", usage.partId)
                .setParameter("location", usage.locationId)
                .setParameter("reversalOf", Ledger.orNone(usage.reversalOf))
                .setParameter("source", usage.sourceId)
                .setParameter("occurredAt", usage.occurredAt)
                .setParameter("now", tx.by().at())
                .getSingleResult()
                .map(met -> new UsedStock(
                        onHand, met.get(0, BigDecimal.class), met.get(1, UUID.class), met.get(2, Boolean.class)));
    }
}
