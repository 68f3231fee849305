package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.workorder.visits.Visit;
import dev.fieldservice.workorder.visits.VisitLifecycle;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The crew of a work order: who takes part in its visits, and who cannot. */
public final class Participation {

    private Participation() {}

    /** Whoever has the order now takes part in this visit, for which somebody has set out. */
    static void join(WorkOrder order, Visit visit) {
        visit.join(order.assignment.technicians());
        keep(order);
    }

    /** The same where the crew changes under way; whoever is taken off has nothing more to do with it. */
    static void change(WorkOrder order, Visit visit, Instant since) {
        visit.goesOnWith(order.assignment.technicians(), since);
        keep(order);
    }

    private static void keep(WorkOrder order) {
        if (!List.of(order.participantIds).containsAll(order.crew())) {
            order.participate(with(order.participantIds, order.technicianIds));
        }
    }

    /** In one of its visits. */
    static boolean tookPart(WorkOrder order, UUID whose) {
        return List.of(order.participantIds).contains(whose);
    }

    static UUID[] with(UUID[] before, UUID[] more) {
        return Stream.concat(Stream.of(before), Stream.of(more)).distinct().toArray(UUID[]::new);
    }

    /** One of a crew who is missed, but without whom the others still go. */
    public static boolean goesOnWithout(WorkOrder order, UUID technician) {
        return order.assignment.goesOnWithout(technician);
    }

    /** One of the crew cannot go, and the others still do; the visit stands where it stood. */
    public static void dropOut(WorkOrder order, String reason, By by) {
        order.requireStep(VisitLifecycle.Command.REJECT, null, by);
        order.plan(order.assignment.without(by.id()), by);
        order.note("DROP_OUT", reason, by);
        order.tell(VisitLifecycle.State.REJECTED, by.id(), by.at(), null, reason, true);
    }
}
