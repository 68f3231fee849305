package dev.fieldservice.inventory.stock;

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

    /** Nullable columns come as an empty value: the driver cannot tell the type of a bare null. */
    private static final String BOOK = """
            with moved as (
                insert into stock_movement (id, version, part_id, location_id, kind, quantity, unit, source_id, reversal_of,
                                            order_id, ticket_id, reference, supplier, reason, actor_id, occurred_at, recorded_at)
                values (:id, 0, :part, :location, :kind, :quantity, :unit, :source,
                        nullif(cast(:reversalOf as uuid), cast(:none as uuid)),
                        nullif(cast(:order as uuid), cast(:none as uuid)),
                        nullif(cast(:ticket as uuid), cast(:none as uuid)),
                        nullif(:reference, ''), nullif(:supplier, ''), nullif(:reason, ''), :actor, :occurredAt, :recordedAt)
                on conflict do nothing
                returning part_id, location_id, unit, quantity)
            insert into stock_level as level (id, version, part_id, location_id, unit, on_hand)
            select :level, 0, part_id, location_id, unit, quantity from moved
            on conflict (part_id, location_id) do update
               set on_hand = level.on_hand + excluded.on_hand, version = level.version + 1
            returning on_hand""";

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
                .getSingleResultOrNull();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static UUID orNone(UUID id) {
        return id == null ? NONE : id;
    }
}
