package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Remembers the newest decisions about each order and its visits, and what has to disappear from whose phone. */
public final class Assignments {

    private static final String HEAR = """
            insert into assignment as a (order_id, version, decisions)
            values (?1, ?2, jsonb_build_object(cast(?3 as text), jsonb_build_object(cast(?4 as text), cast(?2 as bigint))))
            on conflict (order_id) do update
              set version = greatest(a.version, excluded.version),
                  decisions = a.decisions || jsonb_build_object(cast(?3 as text),
                    coalesce(a.decisions -> ?3, '{}') || jsonb_build_object(cast(?4 as text), cast(?2 as bigint)))
              where ?2 > coalesce(cast(a.decisions -> ?3 ->> ?4 as bigint), 0)
            returning version = ?2, coalesce(cast(decisions -> ?3 ->> 'assigned' as bigint), 0),
              coalesce(cast(decisions -> ?3 ->> 'withdrawn' as bigint), 0)""";

    private Assignments() {}

    /**
     * What is known of the visit of a decision that is news.
     *
     * @param isNewest no newer one about any visit of the order was heard before
     * @param assigned the newest that gives the visit to somebody; 0 if there is none
     * @param withdrawn the newest that takes it away; 0 if there is none
     */
    record Heard(boolean isNewest, long assigned, long withdrawn) {

        private static Heard of(Object[] row) {
            return new Heard((Boolean) row[0], ((Number) row[1]).longValue(), ((Number) row[2]).longValue());
        }
    }

    /** Null unless it is newer than all before that gave this visit to somebody. */
    static Uni<Heard> hear(Tx tx, OrderAssigned event) {
        return hear(tx, event.orderId(), event.appointmentId(), "assigned", event.assignmentVersion());
    }

    /** Null unless it is newer than all before that took this visit away. */
    static Uni<Heard> hear(Tx tx, OrderUnassigned event) {
        return hear(tx, event.orderId(), event.appointmentId(), "withdrawn", event.assignmentVersion());
    }

    /**
     * Also locks out the other topic's message about the same order until the commit. Works for orders that are not known yet: a
     * withdrawal may come before what it withdraws.
     */
    private static Uni<Heard> hear(Tx tx, UUID orderId, UUID visit, String what, long version) {
        return tx.session()
                .createNativeQuery(HEAR, Object[].class)
                .setParameter(1, orderId)
                .setParameter(2, version)
                .setParameter(3, visit.toString())
                .setParameter(4, what)
                .getSingleResultOrNull()
                .map(row -> row == null ? null : Heard.of(row));
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
