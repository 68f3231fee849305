package dev.fieldservice.inventory.stock;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.UUID;

/** How much of what is on hand stands in containers. It changes only for whoever holds the lock of the level. */
public final class InContainers {

    static final String SUM = """
            select coalesce(sum(c.content), 0.000) from container c
             where c.part_id = :part and c.location_id = :location and c.state = 'IN_STOCK'""";

    private InContainers() {}

    /** What has changed in this transaction counts. */
    public static Uni<BigDecimal> at(Tx tx, UUID partId, UUID locationId) {
        return tx.session()
                .flush()
                .chain(() -> tx.session()
                        .createNativeQuery(SUM, BigDecimal.class)
                        .setParameter("part", partId)
                        .setParameter("location", locationId)
                        .getSingleResult());
    }

    /**
     * Refused with 409 where the containers would hold more than is left.
     *
     * @param onHand the level after it, which is locked
     */
    public static Uni<Void> requireLeft(Tx tx, UUID partId, UUID locationId, BigDecimal onHand) {
        return at(tx, partId, locationId)
                .invoke(held -> {
                    if (held.signum() > 0 && onHand.compareTo(held) < 0) {
                        throw new Refusal.Conflict(
                                        "in-containers",
                                        "%s would be left, and %s are in containers there. Move or weigh these, and count again what was counted."
                                                .formatted(onHand.toPlainString(), held.toPlainString()))
                                .refused();
                    }
                })
                .replaceWithVoid();
    }
}
