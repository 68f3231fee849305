package dev.fieldservice.workorder.visits;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/**
 * Who is busy with which order. The table's key is the technician, so that of two orders started at the same moment the
 * database lets one win.
 */
public final class ActiveWork {

    private ActiveWork() {}

    /**
     * Makes the crew busy with this order and nobody else; refused with 409 if one of them is busy elsewhere.
     *
     * @param crew in ascending order, as two crews that share people must not wait for each other in a circle
     */
    public static Uni<Void> occupy(Tx tx, UUID orderId, List<UUID> crew) {
        Uni<Void> done = release(tx, orderId);
        for (UUID technician : crew) {
            done = done.chain(() -> claim(tx, orderId, technician))
                    .invoke(ActiveWork::requireFree)
                    .replaceWithVoid();
        }
        return done;
    }

    /** The same for what dispatch has decided: who is busy elsewhere stays so. */
    public static Uni<Void> occupyWhoIsFree(Tx tx, UUID orderId, List<UUID> crew) {
        Uni<Void> done = release(tx, orderId);
        for (UUID technician : crew) {
            done = done.chain(() -> claim(tx, orderId, technician)).replaceWithVoid();
        }
        return done;
    }

    public static Uni<Void> release(Tx tx, UUID orderId) {
        return tx.session()
                .createNativeQuery("delete from active_work where work_order_id = ?1")
                .setParameter(1, orderId)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<Boolean> claim(Tx tx, UUID orderId, UUID technician) {
        return tx.session()
                .createNativeQuery(
                        "insert into active_work (technician_id, work_order_id) values (?1, ?2) on conflict do nothing")
                .setParameter(1, technician)
                .setParameter(2, orderId)
                .executeUpdate()
                .map(inserted -> inserted == 1);
    }

    private static void requireFree(boolean isFree) {
        if (!isFree) {
            throw new Refusal.Conflict(
                            "already-working-elsewhere",
                            "Somebody of this crew is busy with another work order. Pause or complete that one first.")
                    .refused();
        }
    }
}
