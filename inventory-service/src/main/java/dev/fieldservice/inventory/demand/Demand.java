package dev.fieldservice.inventory.demand;

import dev.fieldservice.inventory.errands.InventoryErrand;
import dev.fieldservice.platform.aggregates.Subject;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Has parts reserved anew when their stock or the plans for them have changed. */
@ApplicationScoped
public class Demand {

    /**
     * Whether whoever has moved stock of a part is to have it reserved anew. A job that waits does so for all who move it meanwhile: it
     * sees what they have booked, as it takes the part for itself before it looks, and they share it until their commit.
     */
    public static final String IS_TO_BE_RESERVED = """
            select exists (select from part_demand d join parts_plan p on p.id = d.order_id
                            where d.part_id = :part and p.state = 'RESERVED')
               and not exists (select from errand e
                                where e.kind = 'ALLOCATE_PART' and e.subject_id = :part and e.state = 'WAITING'
                                  and e.attempts < 2 and e.due <= :now
                                  and (e.leased_until is null or e.leased_until > clock_timestamp() + interval '45 seconds'))""";

    /** What lies or is reserved there, and what those want who drive it before or after. */
    private static final String OF_PLACE = """
            select distinct d.part_id from part_demand d join parts_plan p on p.id = d.order_id
             where p.state = 'RESERVED'
               and (p.technician_id in :drivers
                    or exists (select from stock_level s
                                where s.part_id = d.part_id and s.location_id = :place and (s.on_hand <> 0 or s.allocated <> 0)))
             order by d.part_id""";

    private final Errands errands;

    public Demand(Errands errands) {
        this.errands = errands;
    }

    /** After the entry was booked, so that a plan which is made meanwhile is seen, or sees the entry. */
    public Uni<Void> stockMoved(Tx tx, UUID partId) {
        return tx.session()
                .createNativeQuery(IS_TO_BE_RESERVED, Boolean.class)
                .setParameter("part", partId)
                .setParameter("now", tx.by().at())
                .getSingleResult()
                .chain(isToBe -> isToBe ? reserve(tx, partId) : Uni.createFrom().voidItem());
    }

    /** Anew, where whoever has moved it was told so. */
    public Uni<Void> reserve(Tx tx, UUID partId) {
        return later(tx, partId, null);
    }

    /** The plan of an order changed. */
    public Uni<Void> planChanged(Tx tx, UUID orderId, Collection<UUID> parts) {
        return OneByOne.each(parts, part -> later(tx, part, orderId));
    }

    /** A place serves others than before. @param drivers whose it was and is */
    public Uni<Void> placeChanges(Tx tx, UUID placeId, Collection<UUID> drivers) {
        return tx.session()
                .createNativeQuery(OF_PLACE, UUID.class)
                .setParameter("drivers", drivers.isEmpty() ? List.of(placeId) : drivers)
                .setParameter("place", placeId)
                .getResultList()
                .chain(parts -> OneByOne.each(parts, part -> later(tx, part, null)));
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
