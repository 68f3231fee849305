package dev.fieldservice.inventory.stock;

import dev.fieldservice.inventory.demand.Demand;
import dev.fieldservice.inventory.locations.Transit;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * The stock ledger: the only writer of movements and levels. Both are one statement, so that the level is the sum of the
 * movements at any moment, and the row of a part that everybody uses is locked as briefly as can be.
 */
@ApplicationScoped
public class Ledger {

    private static final UUID NONE = new UUID(0, 0);

    /**
     * Nullable columns come as an empty value: the driver cannot tell the type of a bare null. The lock is shared by all that is
     * booked of a part; whoever reserves it anew has it alone, and so sees all that was booked before.
     */
    private static final String BOOK = """
            with gate as materialized (
                select 1 from pg_advisory_xact_lock_shared(hashtextextended(cast(cast(:part as uuid) as text), 17))),
            moved as (
                insert into stock_movement (id, version, part_id, location_id, kind, quantity, unit, source_id, reversal_of,
                                            document_id, counter_id, order_id, ticket_id, reference, supplier, reason,
                                            actor_id, occurred_at, recorded_at)
                select :id, 0, :part, :location, :kind, :quantity, :unit, :source,
                       nullif(cast(:reversalOf as uuid), cast(:none as uuid)),
                       nullif(cast(:document as uuid), cast(:none as uuid)),
                       nullif(cast(:counter as uuid), cast(:none as uuid)),
                       nullif(cast(:order as uuid), cast(:none as uuid)),
                       nullif(cast(:ticket as uuid), cast(:none as uuid)),
                       nullif(:reference, ''), nullif(:supplier, ''), nullif(:reason, ''), :actor, :occurredAt, :recordedAt
                  from gate
                on conflict do nothing
                returning part_id, location_id, unit, quantity)
            insert into stock_level as level (id, version, part_id, location_id, unit, on_hand)
            select :level, 0, part_id, location_id, unit, quantity from moved
            on conflict (part_id, location_id) do update
               set on_hand = level.on_hand + excluded.on_hand, version = level.version + 1
            returning on_hand""";

    /** In the order in which whoever books takes the two. */
    private static final String LOCK = """
            with gate as materialized (
                select 1 from pg_advisory_xact_lock_shared(hashtextextended(cast(cast(:part as uuid) as text), 17)))
            select level.on_hand from gate cross join stock_level level
             where level.part_id = :part and level.location_id = :location
               for update of level""";

    private final Demand demand;

    public Ledger(Demand demand) {
        this.demand = demand;
    }

    /**
     * Books a movement; its history is stored with the transaction. The level's row stays locked until the commit.
     *
     * @return the level after it, or null if this source was booked before, or what it reverses was reversed before
     */
    Uni<BigDecimal> book(Tx tx, StockMovement movement) {
        tx.watch(movement);
        return tx.session()
                .createNativeQuery(BOOK, BigDecimal.class)
                .setParameter("id", movement.id())
                .setParameter("part", movement.partId)
                .setParameter("location", movement.locationId)
                .setParameter("kind", movement.kind.name())
                .setParameter("quantity", movement.quantity)
                .setParameter("unit", movement.unit)
                .setParameter("source", movement.sourceId)
                .setParameter("reversalOf", orNone(movement.reversalOf))
                .setParameter("document", orNone(movement.documentId))
                .setParameter("counter", orNone(movement.counterId))
                .setParameter("order", orNone(movement.orderId))
                .setParameter("ticket", orNone(movement.ticketId))
                .setParameter("reference", orEmpty(movement.reference))
                .setParameter("supplier", orEmpty(movement.supplier))
                .setParameter("reason", orEmpty(movement.reason))
                .setParameter("actor", movement.actorId)
                .setParameter("occurredAt", movement.occurredAt)
                .setParameter("recordedAt", movement.recordedAt)
                .setParameter("none", NONE)
                .setParameter("level", Ids.next())
                .getSingleResultOrNull()
                .call(onHand -> onHand == null ? Uni.createFrom().voidItem() : demand.stockMoved(tx, movement.partId));
    }

    /** Locks a level for whoever decides what is booked there; several in the order of their parts. Null if there is none yet. */
    public Uni<BigDecimal> lock(Tx tx, UUID partId, UUID locationId) {
        return tx.session()
                .createNativeQuery(LOCK, BigDecimal.class)
                .setParameter("part", partId)
                .setParameter("location", locationId)
                .getSingleResultOrNull();
    }

    /** Books what a document of the store moves, and says so in the history. Returns the level after it. */
    public Uni<BigDecimal> post(Tx tx, Posting posting) {
        StockMovement movement = StockMovement.of(posting, tx.by());
        return Place.of(tx, posting.partId(), posting.locationId())
                .chain(place -> book(tx, movement).invoke(onHand -> movement.tell(place, onHand, tx.by())));
    }

    /**
     * Books an entry and its counter-entry, of which one is in transit: that one first, so that two who move the same wait for
     * each other and not both. Returns the level of the other place.
     */
    public Uni<BigDecimal> post(Tx tx, Posting.Pair pair) {
        return pair.out().locationId().equals(Transit.ID)
                ? post(tx, pair.out()).chain(() -> post(tx, pair.in()))
                : post(tx, pair.in()).chain(() -> post(tx, pair.out()));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static UUID orNone(UUID id) {
        return id == null ? NONE : id;
    }
}
