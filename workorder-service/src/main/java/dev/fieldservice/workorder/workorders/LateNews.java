package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.visits.Assignment;
import dev.fieldservice.workorder.visits.LeftOver;
import dev.fieldservice.workorder.visits.Milestone;
import dev.fieldservice.workorder.visits.Visit;
import dev.fieldservice.workorder.visits.VisitLifecycle;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A step that was taken before the visit was given to others, taken away or ended from elsewhere, and is told afterwards, since the
 * phone was out of reach. What happened on site wins over what was planned: if nobody has been at it since, the plan of then stands
 * again and the step is taken as any other. Otherwise all stays as it is, the step is noted, and what was done can be recorded.
 */
public final class LateNews {

    private final WorkOrder order;
    private final List<Visit> visits;
    private final Visit visit;
    private final Assignment assignment;
    private final By by;

    /** Nobody has been at this visit since, as far as is known. */
    private final boolean isUntouched;

    private LateNews(
            WorkOrder order, List<Visit> visits, Visit visit, Assignment assignment, By by, boolean isUntouched) {
        this.order = order;
        this.visits = visits;
        this.visit = visit;
        this.assignment = assignment;
        this.by = by;
        this.isUntouched = isUntouched;
    }

    /**
     * Empty for a step of the visit as it is planned now.
     *
     * @param visits of the order, oldest first
     * @param happened null if the device says nothing
     */
    public static Optional<LateNews> of(WorkOrder order, List<Visit> visits, Instant happened, By by) {
        if (happened == null || !order.isOpen()) {
            return Optional.empty();
        }
        return takenAway(order, visits, happened, by).or(() -> cutShort(order, visits, happened, by));
    }

    private static Optional<LateNews> takenAway(WorkOrder order, List<Visit> visits, Instant happened, By by) {
        return order.staffing
                .takenAway
                .from(by.id(), happened)
                .filter(plan ->
                        !order.crew().contains(by.id()) || !plan.appointmentId().equals(order.appointmentId))
                .map(plan -> {
                    Visit visit = find(visits, plan.appointmentId());
                    return new LateNews(order, visits, visit, plan.assignment(), by, visit.isUntouchedSince(happened));
                });
    }

    private static Optional<LateNews> cutShort(WorkOrder order, List<Visit> visits, Instant happened, By by) {
        return visits.stream()
                .filter(one -> one.wasCutShortAfter(happened)
                        && one.participant(by.id()).isPresent())
                .findFirst()
                .map(one -> new LateNews(order, visits, one, one.assignment(), by, false));
    }

    private static Visit find(List<Visit> visits, UUID appointment) {
        return visits.stream()
                .filter(one -> one.appointmentId().equals(appointment))
                .findFirst()
                .orElseThrow();
    }

    /** The one that it is about. */
    public Visit visit() {
        return visit;
    }

    /** Nobody has been at it since, nor at another visit. */
    public boolean standsAgain() {
        return isUntouched && (order.visitState.isReplaceable() || wentBackToAnEarlierVisit());
    }

    private boolean wentBackToAnEarlierVisit() {
        return order.isCompleted()
                && order.followUpRequired
                && visits.indexOf(find(visits, order.appointmentId)) < visits.indexOf(visit);
    }

    /** Gives it back to those who had it then; whoever has it now loses it. */
    public void takeUp() {
        new Planning(order, find(visits, order.appointmentId), by).takenUp(visit, assignment);
    }

    /** Has it on the phones of those who have it again; after the step, so that all is written once. */
    public Uni<Void> handBack(Tx tx) {
        return Assignments.restore(tx, order.id(), order.crew());
    }

    /**
     * It stands as it does, and what was done is theirs to record.
     *
     * @param said null if there is nothing to add
     */
    public void note(VisitLifecycle.Command step, Milestone milestone, String said, LeftOver left) {
        Assignment.Technician who = assignment
                .technician(by.id())
                .or(() -> visit.participant(by.id()))
                .orElseThrow();
        visit.heardLate(who, step, milestone);
        if (step.isWork()) {
            order.fulfilment.begin();
        }
        order.staffing.participate(by.id());
        order.note("LATE_" + step.name(), milestone.occurredAt(), words(said, left), by);
        order.touch(by);
        leave(left);
    }

    private static String words(String said, LeftOver left) {
        if (left.saysNothing()) {
            return said;
        }
        return said == null ? left.words() : said + "\n" + left.words();
    }

    /**
     * Where the visit was ended for them, nobody has said yet what is left: whoever goes next finds it, and who plans that hears of
     * it unless it is planned already.
     */
    private void leave(LeftOver left) {
        boolean isLast = visits.stream()
                .skip(visits.indexOf(visit) + 1L)
                .noneMatch(later -> later.state().isOver());
        boolean isCurrent = visit.appointmentId().equals(order.appointmentId);
        if (left.saysNothing() || !visit.isCutShort() || !isLast || isCurrent && !order.followUpRequired) {
            return;
        }
        order.leave(left);
        if (isCurrent) {
            order.tellEnd(visit, true);
        }
    }
}
