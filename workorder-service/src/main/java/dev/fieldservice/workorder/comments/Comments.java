package dev.fieldservice.workorder.comments;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.workorders.WorkOrder;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds what was said about a work order. */
public final class Comments {

    private Comments() {}

    /** Refused with 404 where this order has no such comment. */
    static Uni<Comment> reverse(Tx tx, WorkOrder order, UUID commentId, String why) {
        return tx.session()
                .createSelectionQuery("from Comment where id = :comment and workOrderId = :order", Comment.class)
                .setParameter("comment", commentId)
                .setParameter("order", order.id())
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.NotFound("comment").refused())
                .invoke(comment -> comment.reverse(order, why, tx.by()));
    }

    /**
     * The newest of them, oldest first, as a screen shows them.
     *
     * @param most one more is given if there are more
     */
    public static Uni<List<Comment>> newest(Mutiny.Session session, UUID orderId, int most) {
        return session.createSelectionQuery(
                        "from Comment where workOrderId = :order order by recordedAt desc, id desc", Comment.class)
                .setParameter("order", orderId)
                .setMaxResults(most + 1)
                .getResultList()
                .map(List::reversed);
    }
}
