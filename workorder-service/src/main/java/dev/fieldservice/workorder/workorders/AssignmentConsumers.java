package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.visits.ActiveWork;
import dev.fieldservice.workorder.visits.Visit;
import dev.fieldservice.workorder.visits.Visits;
import dev.fieldservice.workorder.workorders.Assignments.Heard;
import dev.fieldservice.workorder.worktypes.KnownWorkType;
import dev.fieldservice.workorder.worktypes.WorkType;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The consumer of what dispatch decides about who does the work. The two topics have no order among each other; versions give
 * it.
 */
public final class AssignmentConsumers {

    private AssignmentConsumers() {}

    public static Uni<Void> assigned(Tx tx, OrderAssigned event) {
        return Assignments.hear(tx, event)
                .chain(heard -> heard == null ? Uni.createFrom().voidItem() : assign(tx, event, heard));
    }

    public static Uni<Void> unassigned(Tx tx, OrderUnassigned event) {
        return Assignments.hear(tx, event)
                .chain(heard -> heard == null || heard.assigned() > event.assignmentVersion()
                        ? Uni.createFrom().voidItem()
                        : unassign(tx, event));
    }

    private static Uni<Void> assign(Tx tx, OrderAssigned event, Heard heard) {
        return KnownWorkType.newest(tx, event.workTypeId())
                .chain(type -> tx.find(WorkOrder.class, event.orderId()).chain(order -> {
                    if (isTakenBack(order, event, heard)) {
                        return Uni.createFrom().voidItem();
                    }
                    return order == null ? create(tx, event, type) : change(tx, order, event, heard, type);
                }));
    }

    /** Of an order that is not known here nothing but withdrawals was heard. */
    private static boolean isTakenBack(WorkOrder order, OrderAssigned event, Heard heard) {
        return order == null
                ? !heard.isNewest()
                : event.assignmentVersion() < heard.withdrawn() && !order.isAlive(event.appointmentId());
    }

    private static Uni<Void> create(Tx tx, OrderAssigned event, Optional<WorkType> type) {
        Planning planning = Planning.assigned(event, tx.by());
        planning.order().fulfilment.give(event.workTypeId(), type);
        return KnownTicket.lock(tx, event.ticketId())
                .invoke(known ->
                        known.told().ifPresent(ticket -> TicketConsumers.follow(planning.order(), ticket, tx.by())))
                .chain(() -> tx.add(planning.order()))
                .chain(() -> tx.session().persist(planning.visit()))
                .chain(() -> Assignments.restore(
                        tx, event.orderId(), planning.order().crew()));
    }

    private static Uni<Void> change(Tx tx, WorkOrder order, OrderAssigned event, Heard heard, Optional<WorkType> type) {
        List<UUID> before = order.crew();
        if (heard.isNewest()) {
            order.fulfilment.give(event.workTypeId(), type);
        }
        return current(tx, order)
                .chain(visit -> Visits.find(tx.session(), order.id(), event.appointmentId())
                        .chain(known -> {
                            Planning planning = new Planning(order, visit, tx.by());
                            planning.reassigned(event, heard.isNewest(), Optional.ofNullable(known));
                            return tx.session().persist(planning.visit());
                        }))
                .chain(() -> handOut(tx, order, before, event.assignmentVersion()))
                .chain(() -> order.isOccupying() && !before.equals(order.crew())
                        ? ActiveWork.occupyWhoIsFree(tx, order.id(), order.crew())
                        : Uni.createFrom().voidItem());
    }

    private static Uni<Void> unassign(Tx tx, OrderUnassigned event) {
        return tx.find(WorkOrder.class, event.orderId())
                .chain(order -> order == null
                        ? Assignments.bury(tx, event.orderId(), event.technicianIds(), event.assignmentVersion())
                        : withdraw(tx, order, event));
    }

    private static Uni<Void> withdraw(Tx tx, WorkOrder order, OrderUnassigned event) {
        List<UUID> before = order.crew();
        return current(tx, order)
                .chain(visit -> Visits.lastThatIsOver(tx.session(), order.id())
                        .map(earlier ->
                                new Planning(order, visit, tx.by()).withdrawn(event, Optional.ofNullable(earlier))))
                .chain(isTaken -> isTaken
                        ? handOut(tx, order, before, event.assignmentVersion())
                        : Uni.createFrom().voidItem());
    }

    private static Uni<Visit> current(Tx tx, WorkOrder order) {
        return Visits.find(tx.session(), order.id(), order.appointmentId());
    }

    /** Makes it disappear from the phones of those who had it, and from those of nobody who has it now. */
    private static Uni<Void> handOut(Tx tx, WorkOrder order, List<UUID> before, long version) {
        List<UUID> now = order.crew();
        List<UUID> gone = before.stream().filter(id -> !now.contains(id)).toList();
        return Assignments.bury(tx, order.id(), gone, version).chain(() -> Assignments.restore(tx, order.id(), now));
    }
}
