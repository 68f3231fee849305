package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.visits.ActiveWork;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** What dispatch decides about who does the work. The two topics have no order among each other; versions give it. */
public final class AssignmentConsumers {

    private AssignmentConsumers() {}

    public static Uni<Void> assigned(Tx tx, OrderAssigned event) {
        return Assignments.isNewest(tx, event.orderId(), event.assignmentVersion())
                .chain(isNewest ->
                        isNewest ? assign(tx, event) : Uni.createFrom().voidItem());
    }

    public static Uni<Void> unassigned(Tx tx, OrderUnassigned event) {
        return Assignments.isNewest(tx, event.orderId(), event.assignmentVersion())
                .chain(isNewest ->
                        isNewest ? unassign(tx, event) : Uni.createFrom().voidItem());
    }

    private static Uni<Void> assign(Tx tx, OrderAssigned event) {
        return load(tx, event.orderId())
                .chain(order -> order == null ? create(tx, event) : change(tx, order, event))
                .replaceWithVoid();
    }

    private static Uni<Void> create(Tx tx, OrderAssigned event) {
        return tx.add(WorkOrder.assigned(event, tx.by()))
                .chain(order -> Assignments.restore(tx, order.id(), order.crew()));
    }

    private static Uni<Void> change(Tx tx, WorkOrder order, OrderAssigned event) {
        List<UUID> before = order.crew();
        order.reassigned(event, tx.by());
        List<UUID> now = order.crew();
        List<UUID> gone = before.stream().filter(id -> !now.contains(id)).toList();
        return Assignments.bury(tx, order.id(), gone, event.assignmentVersion())
                .chain(() -> Assignments.restore(tx, order.id(), now))
                .chain(() -> order.isOccupying() && !before.equals(now)
                        ? ActiveWork.occupyWhoIsFree(tx, order.id(), now)
                        : Uni.createFrom().voidItem());
    }

    private static Uni<Void> unassign(Tx tx, OrderUnassigned event) {
        return load(tx, event.orderId()).chain(order -> {
            List<UUID> had = order == null ? event.technicianIds() : order.crew();
            boolean isTaken = order == null || order.withdrawn(event, tx.by());
            if (!isTaken) {
                return Uni.createFrom().voidItem();
            }
            List<UUID> now = order == null ? List.of() : order.crew();
            List<UUID> gone = had.stream().filter(id -> !now.contains(id)).toList();
            return Assignments.bury(tx, event.orderId(), gone, event.assignmentVersion())
                    .chain(() -> Assignments.restore(tx, event.orderId(), now));
        });
    }

    /** Null if this service has not heard of it. */
    private static Uni<WorkOrder> load(Tx tx, UUID id) {
        return tx.find(WorkOrder.class, id)
                .onItem()
                .ifNotNull()
                .call(order -> tx.session().fetch(order.visits));
    }
}
