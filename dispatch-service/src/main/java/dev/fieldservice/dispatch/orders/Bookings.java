package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.technicians.Technicians;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Who is taken when. The exclusion constraint keeps plans apart from each other; this is for visits that take place although
 * their time was given to somebody else meanwhile, which the constraint cannot refuse and therefore does not see.
 */
@ApplicationScoped
public class Bookings {

    private static final String IN_WINDOW = """
            select t.technicianId from Assignee t
             where t.active and t.technicianId in :ids and t.startsAt < :end and t.endsAt > :start""";

    private final Technicians technicians;

    public Bookings(Technicians technicians) {
        this.technicians = technicians;
    }

    /** Those of a visit that has given its time away who have other plans in that time. */
    Uni<Set<UUID>> busyElsewhere(Tx tx, Appointment visit) {
        List<UUID> ids = visit.technicianIds();
        if (!visit.gaveItsTimeAway(tx.by().at())) {
            return Uni.createFrom().item(Set.of());
        }
        return technicians
                .lock(tx, ids, "")
                .chain(() -> inWindow(tx, IN_WINDOW, ids, visit.window()))
                .map(HashSet::new);
    }

    /** Refused with 409 where somebody is on a visit that the constraint does not see. */
    Uni<Void> requireFree(Tx tx, Collection<UUID> ids, Window window) {
        return inWindow(tx, IN_WINDOW + " and t.doubleBooked", ids, window)
                .invoke(Bookings::requireNone)
                .replaceWithVoid();
    }

    private static Uni<List<UUID>> inWindow(Tx tx, String query, Collection<UUID> ids, Window window) {
        return tx.session()
                .createSelectionQuery(query, UUID.class)
                .setParameter("ids", ids)
                .setParameter("start", window.start())
                .setParameter("end", window.end())
                .getResultList();
    }

    private static void requireNone(List<UUID> busy) {
        if (!busy.isEmpty()) {
            throw busy().refused();
        }
    }

    /** What it is called wherever it is found out. */
    public static Refusal busy() {
        return new Refusal.Conflict(
                "technician-busy", "A technician has another appointment in this window. Look into the calendar.");
    }
}
