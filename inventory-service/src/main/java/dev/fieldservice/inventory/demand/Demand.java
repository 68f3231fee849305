package dev.fieldservice.inventory.demand;

import dev.fieldservice.inventory.errands.InventoryErrand;
import dev.fieldservice.platform.aggregates.Subject;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/** Has parts reserved anew when their stock or the plans for them have changed. */
@ApplicationScoped
public class Demand {

    private static final String IS_WANTED = """
            select exists (select from part_demand d join parts_plan p on p.id = d.order_id
                            where d.part_id = :part and p.state = 'RESERVED')""";

    private final Errands errands;

    public Demand(Errands errands) {
        this.errands = errands;
    }

    /** After the entry was booked, so that a plan which is made meanwhile is seen, or sees the entry. */
    public Uni<Void> stockMoved(Tx tx, UUID partId) {
        return tx.session()
                .createNativeQuery(IS_WANTED, Boolean.class)
                .setParameter("part", partId)
                .getSingleResult()
                .chain(isWanted ->
                        isWanted ? later(tx, partId, null) : Uni.createFrom().voidItem());
    }

    /** The plan of an order changed. */
    public Uni<Void> planChanged(Tx tx, UUID orderId, Collection<UUID> parts) {
        return OneByOne.each(parts, part -> later(tx, part, orderId));
    }

    private Uni<Void> later(Tx tx, UUID partId, UUID orderId) {
        return errands.later(
                tx,
                InventoryErrand.ALLOCATE_PART,
                new Subject("part", partId, null),
                new ChangedPart(partId, orderId),
                tx.by().at());
    }
}
