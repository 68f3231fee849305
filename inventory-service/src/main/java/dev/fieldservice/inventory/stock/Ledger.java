package dev.fieldservice.inventory.stock;

import dev.fieldservice.inventory.demand.Demand;
import dev.fieldservice.inventory.locations.Transit;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * The stock ledger: the only writer of movements and levels. Both are one statement, so that the level is the sum of the
 * movements at any moment, and the row of a part that everybody uses is locked as briefly as can be. What the entry cost is a row
 * beside it, written with it.
 */
@ApplicationScoped
public class Ledger {

    private static final UUID NONE = new UUID(0, 0);
    private static final BigDecimal NO_PRICE = BigDecimal.ONE.negate();

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
                returning id, part_id, location_id, document_id, unit, quantity, recorded_at),
            priced as (
                select moved.*, company.currency, coalesce(nullif(cast(:price as numeric), -1), (
                           select v.unit_cost from stock_movement other join stock_valuation v on v.movement_id = other.id
                            where (other.source_id = cast(:reversalOf as uuid) or other.reversal_of = cast(:source as uuid))
                              and v.currency = company.currency
                            limit 1), (
                           select v.unit_cost from stock_valuation v
                            where v.movement_id = cast(:counter as uuid) and v.currency = company.currency), (
                           select v.unit_cost from stock_movement came join stock_valuation v on v.movement_id = came.id
                            where came.document_id = moved.document_id and came.part_id = moved.part_id
                              and came.location_id = moved.location_id and came.kind = 'TRANSFER_IN' and moved.quantity < 0
                              and v.currency = company.currency
                            limit 1)) as price
                  from moved cross join known_company company),
            leveled as (
                insert into stock_level as level (id, version, part_id, location_id, unit, on_hand, unit_cost, cost_currency)
                select :level, 0, part_id, location_id, unit, quantity,
                       coalesce(price, paid_last(part_id, currency, cast(:reversalOf as uuid))), currency
                  from priced
                on conflict (part_id, location_id) do update
                   set on_hand = level.on_hand + excluded.on_hand, version = level.version + 1,
                       unit_cost = case when cast(:kind as text) = 'RECEIPT_REVERSAL'
                           then average_without(cast(:reversalOf as uuid), level.on_hand,
                               case when level.cost_currency = excluded.cost_currency then level.unit_cost end,
                               excluded.on_hand, (select price from priced),
                               paid_last(level.part_id, excluded.cost_currency, cast(:reversalOf as uuid)),
                               excluded.cost_currency)
                           else moving_average(level.on_hand,
                               case when level.cost_currency = excluded.cost_currency then level.unit_cost end,
                               excluded.on_hand, (select price from priced), excluded.unit_cost) end,
                       cost_currency = excluded.cost_currency
                returning version, on_hand, unit_cost),
            valued as (
                insert into stock_valuation (movement_id, part_id, location_id, entry, quantity, unit, unit_cost, priced, on_hand,
                                             average, currency, recorded_at)
                select p.id, p.part_id, p.location_id, l.version, p.quantity, p.unit, coalesce(p.price, l.unit_cost),
                       cast(:price as numeric) >= 0, l.on_hand, l.unit_cost, p.currency, p.recorded_at
                  from priced p cross join leveled l)
            select l.on_hand, coalesce(p.price, l.unit_cost) as unit_cost, p.currency from priced p cross join leveled l""";

    /** In the order in which whoever books takes the two. */
    private static final String LOCK = """
            with gate as materialized (
                select 1 from pg_advisory_xact_lock_shared(hashtextextended(cast(cast(:part as uuid) as text), 17)))
            select level.on_hand from gate cross join stock_level level
             where level.part_id = :part and level.location_id = :location
               for update of level""";

    /** Taken before the levels, so that of two who move the same, one out of and one into a place, one waits for the other and not both. */
    private static final String HOLD_TRANSIT =
            "select 1 from pg_advisory_xact_lock(hashtextextended(cast(cast(:part as uuid) as text), 18))";

    private static final String EXPECT = """
            insert into stock_level (id, version, part_id, location_id, unit, on_hand)
            values (:id, 0, :part, :location, :unit, 0)
            on conflict (part_id, location_id) do nothing""";

    private final Demand demand;

    public Ledger(Demand demand) {
        this.demand = demand;
    }

    /**
     * Books a movement at its cost; its history is stored with the transaction. The level's row stays locked until the commit.
     *
     * <p>The cost is the price that was told with it; else that of the entry which it takes back, or which has taken it back before;
     * else that of its counter-entry, if that one is booked; else, out of transit, that at which its transfer brought it there; else
     * the moving average of the place; else what was told last of the part anywhere, but for receipts that are taken back. Where taking
     * a receipt back leaves nothing, the average is what it was before the receipt. All of it is one statement, and changes no entry
     * that is there.
     *
     * @return the level after it, or null if this source was booked before, or what it reverses was reversed before
     */
    Uni<BigDecimal> book(Tx tx, StockMovement movement) {
        return enter(tx, movement)
                .call(onHand -> onHand == null ? Uni.createFrom().voidItem() : demand.stockMoved(tx, movement.partId));
    }

    /** The same of a usage, with what it meets. */
    Uni<UsedStock> use(Tx tx, StockMovement usage) {
        return enter(tx, usage)
                .onItem()
                .ifNotNull()
                .transformToUni(onHand -> UsedStock.of(tx, usage, onHand))
                .call(left -> left != null && left.isToBeReserved()
                        ? demand.reserve(tx, usage.partId)
                        : Uni.createFrom().voidItem());
    }

    private static Uni<BigDecimal> enter(Tx tx, StockMovement movement) {
        tx.watch(movement);
        return tx.session()
                .createNativeQuery(BOOK, Tuple.class)
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
                .setParameter("price", movement.price == null ? NO_PRICE : movement.price)
                .getSingleResultOrNull()
                .map(row -> row == null ? null : booked(movement, row));
    }

    private static BigDecimal booked(StockMovement movement, Tuple row) {
        movement.costs(row.get("unit_cost", BigDecimal.class), row.get("currency", String.class));
        return row.get("on_hand", BigDecimal.class);
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
     * Books what goes from a place and then what comes to the other, so that it comes at the cost at which
     * it went. Returns the level of the place that is not transit.
     */
    public Uni<BigDecimal> post(Tx tx, Posting.Pair pair) {
        return hold(tx, pair.out().partId())
                .chain(() -> post(tx, pair.out()))
                .chain(left ->
                        post(tx, pair.in()).map(come -> pair.out().locationId().equals(Transit.ID) ? come : left));
    }

    /** Nobody else moves the part from one place to another, or into containers, until the commit. Before any level of it is locked. */
    public Uni<Void> hold(Tx tx, UUID partId) {
        return tx.session()
                .createNativeQuery(HOLD_TRANSIT, Integer.class)
                .setParameter("part", partId)
                .getSingleResult()
                .replaceWithVoid();
    }

    /** Something is ordered for a place: it has a level, of nothing, before the first of it comes. Several in the order of their parts. */
    public Uni<Void> expect(Tx tx, UUID partId, UUID locationId, String unit) {
        return tx.session()
                .createNativeQuery(EXPECT)
                .setParameter("id", Ids.next())
                .setParameter("part", partId)
                .setParameter("location", locationId)
                .setParameter("unit", unit)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    static UUID orNone(UUID id) {
        return id == null ? NONE : id;
    }
}
