package dev.fieldservice.workorder.comments;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds what was said about a work order. */
public final class Comments {

    private Comments() {}

    /** Oldest first. */
    public static Uni<List<Comment>> all(Mutiny.Session session, UUID orderId) {
        return session.createSelectionQuery(
                        "from Comment where workOrderId = :order order by recordedAt, id", Comment.class)
                .setParameter("order", orderId)
                .getResultList();
    }
}
