package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.security.Caller;
import dev.fieldservice.workorder.visits.ActiveWork;
import dev.fieldservice.workorder.visits.VisitLifecycle;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which commands of a work order may be given now, and by whom: for its screen, and for whoever is refused one. */
public final class Offer {

    private final WorkOrder order;

    /** Somebody of the crew is busy with another order; null where it was not asked. */
    private Boolean isCrewElsewhere;

    Offer(WorkOrder order) {
        this.order = order;
    }

    /** As they stand in URLs: the steps for who has the order now, the review for whose it is to examine. */
    public List<String> to(Caller caller) {
        if (order.isCompleted()) {
            return Reviewing.isFor(order, caller.id()) ? words(order.calledOff != null) : List.of();
        }
        boolean isTheirs = Visibility.CREW.includes(caller, order);
        boolean isElsewhere = Boolean.TRUE.equals(isCrewElsewhere) && order.visitState.mayBegin();
        return words(order.calledOff != null).stream()
                .filter(word -> isTheirs || word.equals("hand-over"))
                .filter(word -> !isElsewhere || !VisitLifecycle.begins(word))
                .toList();
    }

    /**
     * Says whether the visit takes this step.
     *
     * @param happened what was done before the job was called off was wanted then; null if the device says nothing
     */
    boolean includes(VisitLifecycle.Command step, Instant happened, By by) {
        return words(order.calledOff != null).contains(step.word())
                || wasWanted(happened, by) && words(false).contains(step.word());
    }

    private boolean wasWanted(Instant happened, By by) {
        return order.calledOff != null
                && happened != null
                && happened.isBefore(by.at())
                && happened.isBefore(order.calledOff.at());
    }

    private List<String> words(boolean isCalledOff) {
        return WorkOrderLifecycle.words(order.state, order.visitState, isCalledOff);
    }

    /** Asks once whether the crew could begin at all, where it is offered to begin. */
    public Uni<Void> lookElsewhere(Mutiny.Session session) {
        return isCrewElsewhere != null
                        || !order.visitState.mayBegin()
                        || order.crew().isEmpty()
                ? Uni.createFrom().voidItem()
                : ActiveWork.isElsewhere(session, order.id(), order.crew())
                        .invoke(found -> isCrewElsewhere = found)
                        .replaceWithVoid();
    }

    /** Whoever was at this job until now is at no other, which nobody has to ask. */
    public void crewWasHere() {
        isCrewElsewhere = false;
    }
}
