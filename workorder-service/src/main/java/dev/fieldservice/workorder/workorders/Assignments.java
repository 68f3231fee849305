package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Remembers the newest decision about each order, and what has to disappear from whose phone. */
public final class Assignments {

    private Assignments() {}

    /**
     * True once per version and only for one that is newer than all before; also locks out the other topic's message
     * about the same order until the commit. Works for orders that are not known yet: a withdrawal may come before what
     * it withdraws.
     */
    static Uni<Boolean> isNewest(Tx tx, UUID orderId, long version) {
        return tx.session()
                .createNativeQuery("""
                    insert into assignment (order_id, version) values (?1, ?2)
                    on conflict (order_id) do update set version = excluded.version
                    where assignment.version < excluded.version\
                    """)
                .setParameter(1, orderId)
                .setParameter(2, version)
                .executeUpdate()
                .map(changed -> changed == 1);
    }

    public static Uni<Void> bury(Tx tx, UUID orderId, List<UUID> technicians, long version) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (UUID technician : technicians) {
            done = done.chain(() -> tx.session()
                    .createNativeQuery("""
                        insert into tombstone (order_id, technician_id, assignment_version, taken_away_at)
                        values (?1, ?2, ?3, ?4)
                        on conflict (technician_id, order_id) do update
                          set assignment_version = excluded.assignment_version,
                              taken_away_at = excluded.taken_away_at\
                        """)
                    .setParameter(1, orderId)
                    .setParameter(2, technician)
                    .setParameter(3, version)
                    .setParameter(4, tx.by().at())
                    .executeUpdate()
                    .replaceWithVoid());
        }
        return done;
    }

    /** Those who have the order again. */
    static Uni<Void> restore(Tx tx, UUID orderId, List<UUID> technicians) {
        if (technicians.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.session()
                .createNativeQuery("delete from tombstone where order_id = ?1 and technician_id in (?2)")
                .setParameter(1, orderId)
                .setParameter(2, technicians)
                .executeUpdate()
                .replaceWithVoid();
    }
}
