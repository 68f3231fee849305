package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds work orders with all that belongs to them, in a fixed number of queries. */
final class WorkOrders {

    private WorkOrders() {}

    /** For a command: locked. What is not the caller's is as absent as what does not exist. */
    static Uni<WorkOrder> load(Tx tx, UUID id, Predicate<WorkOrder> isCallers) {
        return tx.load(WorkOrder.class, id)
                .invoke(order -> {
                    if (!isCallers.test(order)) {
                        throw new Refusal.NotFound("work order").refused();
                    }
                })
                .call(order -> tx.session().fetch(order.visits))
                .call(order -> fetchEntries(tx.session(), order));
    }

    /** For reading; null if there is none. */
    static Uni<WorkOrder> find(Mutiny.Session session, UUID id) {
        return session.createSelectionQuery(
                        "from WorkOrder o left join fetch o.visits where o.id = :id", WorkOrder.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .onItem()
                .ifNotNull()
                .call(order -> fetchEntries(session, order));
    }

    private static Uni<?> fetchEntries(Mutiny.Session session, WorkOrder order) {
        return session.fetch(order.usages)
                .chain(() -> session.fetch(order.timeEntries))
                .chain(() -> session.fetch(order.comments))
                .chain(() -> session.fetch(order.signatures));
    }
}
