package dev.fieldservice.workorder.visits;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The lock on technicians: who is busy with which order. The table's key is the technician, so that of two orders started at
 * the same moment the database lets one win.
 */
public final class ActiveWork {

    /**
     * Lets go of whom the order held and takes its crew, in this order: the count of the one is what the other is joined
     * with. The crew is taken in the order of the ids, as two crews that share people must not wait for each other in a
     * circle.
     */
    private static final String OCCUPY = """
            with released as (delete from active_work where work_order_id = ?1 returning technician_id)
            insert into active_work (technician_id, work_order_id)
            select technician, cast(?1 as uuid)
              from (select count(*) from released) as first, unnest(cast(?2 as uuid[])) as technician
             order by technician
            on conflict do nothing""";

    private static final String ELSEWHERE = """
            select exists (select from active_work
                            where technician_id = any(cast(?2 as uuid[])) and work_order_id <> ?1)""";

    private ActiveWork() {}

    /** Makes the crew busy with this order and nobody else; refused with 409 if one of them is busy elsewhere. */
    public static Uni<Void> occupy(Tx tx, UUID orderId, List<UUID> crew) {
        return claim(tx, orderId, crew)
                .invoke(free -> {
                    if (free < crew.size()) {
                        throw new Refusal.Conflict(
                                        "already-working-elsewhere",
                                        "Somebody of this crew is busy with another work order. Pause or complete that one first.")
                                .refused();
                    }
                })
                .replaceWithVoid();
    }

    /** The same for what dispatch has decided: who is busy elsewhere stays so. */
    public static Uni<Void> occupyWhoIsFree(Tx tx, UUID orderId, List<UUID> crew) {
        return claim(tx, orderId, crew).replaceWithVoid();
    }

    /** Says whether somebody of the crew is busy with another order: nothing can be begun here before. */
    public static Uni<Boolean> isElsewhere(Mutiny.Session session, UUID orderId, List<UUID> crew) {
        return session.createNativeQuery(ELSEWHERE, Boolean.class)
                .setParameter(1, orderId)
                .setParameter(2, crew.toArray(UUID[]::new))
                .getSingleResult();
    }

    public static Uni<Void> release(Tx tx, UUID orderId) {
        return tx.session()
                .createNativeQuery("delete from active_work where work_order_id = ?1")
                .setParameter(1, orderId)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<Integer> claim(Tx tx, UUID orderId, List<UUID> crew) {
        return tx.session()
                .createNativeQuery(OCCUPY)
                .setParameter(1, orderId)
                .setParameter(2, crew.toArray(UUID[]::new))
                .executeUpdate();
    }
}
