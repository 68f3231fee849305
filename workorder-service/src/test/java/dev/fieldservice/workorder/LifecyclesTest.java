package dev.fieldservice.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.LifecycleTable;
import dev.fieldservice.workorder.visits.Outcome;
import dev.fieldservice.workorder.visits.VisitLifecycle;
import dev.fieldservice.workorder.workorders.WorkOrderLifecycle;
import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class LifecyclesTest {

    @Test
    void everyCommandIsDecidedInEveryStateOfAWorkOrder() {
        assertThat(LifecycleTable.of(
                        WorkOrderLifecycle.TABLE, WorkOrderLifecycle.State.class, WorkOrderLifecycle.Command.class))
                .isEqualTo("""
                        ASSIGNED: START=IN_PROGRESS PAUSE=- RESUME=- COMPLETE=- HAND_OVER=COMPLETED SEND_BACK=- APPROVE=- REASSIGN=- CANCEL=CANCELLED WITHDRAW_FOLLOW_UP=COMPLETED
                        IN_PROGRESS: START=- PAUSE=PAUSED RESUME=- COMPLETE=COMPLETED HAND_OVER=COMPLETED SEND_BACK=- APPROVE=- REASSIGN=- CANCEL=- WITHDRAW_FOLLOW_UP=-
                        PAUSED: START=- PAUSE=- RESUME=IN_PROGRESS COMPLETE=COMPLETED HAND_OVER=COMPLETED SEND_BACK=- APPROVE=- REASSIGN=- CANCEL=- WITHDRAW_FOLLOW_UP=-
                        COMPLETED: START=- PAUSE=- RESUME=- COMPLETE=- HAND_OVER=- SEND_BACK=PAUSED APPROVE=CLOSED REASSIGN=ASSIGNED CANCEL=- WITHDRAW_FOLLOW_UP=-
                        CLOSED: START=- PAUSE=- RESUME=- COMPLETE=- HAND_OVER=- SEND_BACK=- APPROVE=- REASSIGN=- CANCEL=- WITHDRAW_FOLLOW_UP=-
                        CANCELLED: START=- PAUSE=- RESUME=- COMPLETE=- HAND_OVER=- SEND_BACK=- APPROVE=- REASSIGN=ASSIGNED CANCEL=- WITHDRAW_FOLLOW_UP=-""");
    }

    @Test
    void everyCommandIsDecidedInEveryStateOfAVisit() {
        assertThat(LifecycleTable.of(VisitLifecycle.TABLE, VisitLifecycle.State.class, VisitLifecycle.Command.class))
                .isEqualTo("""
                        ASSIGNED: ACCEPT=ACCEPTED REJECT=REJECTED TRAVEL=TRAVELLING ARRIVE=ON_SITE START=IN_PROGRESS PAUSE=- RESUME=- COMPLETE=- COMPLETE_PARTLY=- GIVE_UP=- HAND_OVER=- SEND_BACK=- REASSIGN=- CANCEL=CANCELLED
                        ACCEPTED: ACCEPT=- REJECT=REJECTED TRAVEL=TRAVELLING ARRIVE=ON_SITE START=IN_PROGRESS PAUSE=- RESUME=- COMPLETE=- COMPLETE_PARTLY=- GIVE_UP=- HAND_OVER=- SEND_BACK=- REASSIGN=ASSIGNED CANCEL=CANCELLED
                        REJECTED: ACCEPT=- REJECT=- TRAVEL=- ARRIVE=- START=- PAUSE=- RESUME=- COMPLETE=- COMPLETE_PARTLY=- GIVE_UP=- HAND_OVER=- SEND_BACK=- REASSIGN=ASSIGNED CANCEL=CANCELLED
                        TRAVELLING: ACCEPT=- REJECT=- TRAVEL=- ARRIVE=ON_SITE START=IN_PROGRESS PAUSE=- RESUME=- COMPLETE=- COMPLETE_PARTLY=- GIVE_UP=- HAND_OVER=PARTIALLY_COMPLETED SEND_BACK=- REASSIGN=- CANCEL=-
                        ON_SITE: ACCEPT=- REJECT=- TRAVEL=- ARRIVE=- START=IN_PROGRESS PAUSE=- RESUME=- COMPLETE=- COMPLETE_PARTLY=- GIVE_UP=- HAND_OVER=PARTIALLY_COMPLETED SEND_BACK=- REASSIGN=- CANCEL=-
                        IN_PROGRESS: ACCEPT=- REJECT=- TRAVEL=- ARRIVE=- START=- PAUSE=PAUSED RESUME=- COMPLETE=COMPLETED COMPLETE_PARTLY=PARTIALLY_COMPLETED GIVE_UP=CANNOT_COMPLETE HAND_OVER=PARTIALLY_COMPLETED SEND_BACK=- REASSIGN=- CANCEL=-
                        PAUSED: ACCEPT=- REJECT=- TRAVEL=- ARRIVE=- START=- PAUSE=- RESUME=IN_PROGRESS COMPLETE=COMPLETED COMPLETE_PARTLY=PARTIALLY_COMPLETED GIVE_UP=CANNOT_COMPLETE HAND_OVER=PARTIALLY_COMPLETED SEND_BACK=- REASSIGN=- CANCEL=-
                        COMPLETED: ACCEPT=- REJECT=- TRAVEL=- ARRIVE=- START=- PAUSE=- RESUME=- COMPLETE=- COMPLETE_PARTLY=- GIVE_UP=- HAND_OVER=- SEND_BACK=PAUSED REASSIGN=- CANCEL=-
                        PARTIALLY_COMPLETED: ACCEPT=- REJECT=- TRAVEL=- ARRIVE=- START=- PAUSE=- RESUME=- COMPLETE=- COMPLETE_PARTLY=- GIVE_UP=- HAND_OVER=- SEND_BACK=PAUSED REASSIGN=- CANCEL=-
                        CANNOT_COMPLETE: ACCEPT=- REJECT=- TRAVEL=- ARRIVE=- START=- PAUSE=- RESUME=- COMPLETE=- COMPLETE_PARTLY=- GIVE_UP=- HAND_OVER=- SEND_BACK=PAUSED REASSIGN=- CANCEL=-
                        CANCELLED: ACCEPT=- REJECT=- TRAVEL=- ARRIVE=- START=- PAUSE=- RESUME=- COMPLETE=- COMPLETE_PARTLY=- GIVE_UP=- HAND_OVER=- SEND_BACK=- REASSIGN=ASSIGNED CANCEL=-""");
    }

    @Test
    void onlyWhatHasAnAddressIsOffered() {
        assertThat(VisitLifecycle.words(VisitLifecycle.State.PAUSED))
                .containsExactly("resume", "complete", "hand-over");
        assertThat(VisitLifecycle.words(VisitLifecycle.State.COMPLETED)).isEmpty();
    }

    @Test
    void everyOutcomeEndsTheVisitInAStateOfItsOwn() {
        assertThat(Arrays.stream(Outcome.values())
                        .map(outcome -> VisitLifecycle.TABLE.next(VisitLifecycle.State.IN_PROGRESS, outcome.command())))
                .doesNotHaveDuplicates()
                .allMatch(VisitLifecycle.State::isOver);
    }

    /** Where the two tables meet: a visit's step must never be one that the work order then refuses. */
    @Test
    void aStepOfTheVisitIsAlwaysOneThatTheWorkOrderTakes() {
        for (VisitLifecycle.State visit : VisitLifecycle.State.values()) {
            for (VisitLifecycle.Command step : EnumSet.allOf(VisitLifecycle.Command.class)) {
                if (VisitLifecycle.TABLE.target(visit, step).isPresent()) {
                    assertThat(WorkOrderLifecycle.after(step)
                                    .map(command -> WorkOrderLifecycle.TABLE
                                            .target(orderDuring(visit), command)
                                            .isPresent())
                                    .orElse(true))
                            .as("%s in %s", step, visit)
                            .isTrue();
                }
            }
        }
    }

    private static WorkOrderLifecycle.State orderDuring(VisitLifecycle.State visit) {
        return switch (visit) {
            case ASSIGNED, ACCEPTED, REJECTED, TRAVELLING, ON_SITE -> WorkOrderLifecycle.State.ASSIGNED;
            case IN_PROGRESS -> WorkOrderLifecycle.State.IN_PROGRESS;
            case PAUSED -> WorkOrderLifecycle.State.PAUSED;
            case COMPLETED, PARTIALLY_COMPLETED, CANNOT_COMPLETE -> WorkOrderLifecycle.State.COMPLETED;
            case CANCELLED -> WorkOrderLifecycle.State.CANCELLED;
        };
    }
}
