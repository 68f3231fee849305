package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.workorder.visits.Assignment;
import dev.fieldservice.workorder.visits.Visit;
import dev.fieldservice.workorder.visits.VisitLifecycle;
import java.time.Instant;
import java.util.UUID;

/** The crew of a work order: who takes part in its visits, and who cannot. */
public final class Participation {

    private Participation() {}

    /** Whoever has the order now takes part in this visit, for which somebody has set out. */
    static void join(WorkOrder order, Visit visit) {
        visit.join(order.staffing.assignment.technicians());
        order.staffing.participate(order.staffing.technicianIds);
    }

    /** The same where the crew changes under way; whoever is taken off has nothing more to do with it. */
    static void change(WorkOrder order, Visit visit, Instant since) {
        visit.goesOnWith(order.staffing.assignment.technicians(), since);
        order.staffing.participate(order.staffing.technicianIds);
    }

    /** The same where it is heard after the visit has ended: who was there when is theirs to record, and nothing else changes. */
    static void changedBeforeTheEnd(WorkOrder order, Visit visit, Assignment plan, Instant since) {
        visit.goesOnWith(plan.technicians(), since);
        order.staffing.participate(plan.technicianIds());
        order.staffing.involve(plan.technicianIds());
    }

    /** One of a crew who is missed, but without whom the others still go. */
    public static boolean goesOnWithout(WorkOrder order, UUID technician) {
        return order.staffing.assignment.goesOnWithout(technician);
    }

    /** One of the crew cannot go, and the others still do; the visit stands where it stood. */
    public static void dropOut(WorkOrder order, String reason, By by) {
        order.requireStep(VisitLifecycle.Command.REJECT, null, by);
        order.plan(order.staffing.assignment.without(by.id()), by);
        order.note("DROP_OUT", reason, by);
        order.tell(VisitLifecycle.State.REJECTED, by.id(), by.at(), null, reason, true);
    }
}
