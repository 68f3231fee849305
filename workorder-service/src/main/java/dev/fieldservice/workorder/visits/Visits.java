package dev.fieldservice.workorder.visits;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds the visits of a work order. */
public final class Visits {

    private Visits() {}

    /** Null if this order has no such visit. */
    public static Uni<Visit> find(Mutiny.Session session, UUID orderId, UUID appointmentId) {
        return session.createSelectionQuery(
                        "from Visit where appointmentId = :appointment and workOrderId = :order", Visit.class)
                .setParameter("appointment", appointmentId)
                .setParameter("order", orderId)
                .getSingleResultOrNull();
    }

    /** Oldest first. */
    public static Uni<List<Visit>> all(Mutiny.Session session, UUID orderId) {
        return session.createSelectionQuery("from Visit where workOrderId = :order order by createdAt", Visit.class)
                .setParameter("order", orderId)
                .getResultList();
    }

    /** The newest that is over; null if none is. */
    public static Uni<Visit> lastThatIsOver(Mutiny.Session session, UUID orderId) {
        return session.createSelectionQuery(
                        "from Visit where workOrderId = :order and state in :over order by createdAt desc", Visit.class)
                .setParameter("order", orderId)
                .setParameter("over", VisitLifecycle.OVER)
                .setMaxResults(1)
                .getSingleResultOrNull();
    }
}
