package dev.fieldservice.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.aggregates.Lifecycle;
import dev.fieldservice.platform.testing.LifecycleTable;
import dev.fieldservice.workorder.visits.Outcome;
import dev.fieldservice.workorder.visits.VisitLifecycle;
import dev.fieldservice.workorder.workorders.WorkOrderLifecycle;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class LifecyclesTest {

    private static final Set<VisitLifecycle.State> WITHOUT_TECHNICIAN =
            EnumSet.of(VisitLifecycle.State.REJECTED, VisitLifecycle.State.CANCELLED);

    private static final EnumSet<VisitLifecycle.Command> OF_OTHERS = EnumSet.of(
            VisitLifecycle.Command.HAND_OVER,
            VisitLifecycle.Command.SEND_BACK,
            VisitLifecycle.Command.REASSIGN,
            VisitLifecycle.Command.CANCEL);

    @Test
    void everyCommandIsDecidedInEveryStateOfAWorkOrder() {
        assertThat(LifecycleTable.of(
                        WorkOrderLifecycle.TABLE, WorkOrderLifecycle.State.class, WorkOrderLifecycle.Command.class))
                .isEqualTo("""
                    ASSIGNED: START=IN_PROGRESS PAUSE=- RESUME=- COMPLETE=- HAND_OVER=COMPLETED ABORT=COMPLETED STOP=COMPLETED SEND_BACK=- APPROVE=- CLOSE=- REASSIGN=- CANCEL=CANCELLED WITHDRAW_FOLLOW_UP=COMPLETED RETURN=- WITHDRAW_RETURN=-
                    IN_PROGRESS: START=- PAUSE=PAUSED RESUME=- COMPLETE=COMPLETED HAND_OVER=COMPLETED ABORT=- STOP=COMPLETED SEND_BACK=- APPROVE=- CLOSE=- REASSIGN=- CANCEL=- WITHDRAW_FOLLOW_UP=- RETURN=- WITHDRAW_RETURN=-
                    PAUSED: START=- PAUSE=- RESUME=IN_PROGRESS COMPLETE=COMPLETED HAND_OVER=COMPLETED ABORT=- STOP=COMPLETED SEND_BACK=- APPROVE=- CLOSE=- REASSIGN=- CANCEL=- WITHDRAW_FOLLOW_UP=- RETURN=- WITHDRAW_RETURN=-
                    COMPLETED: START=- PAUSE=- RESUME=- COMPLETE=- HAND_OVER=- ABORT=- STOP=- SEND_BACK=PAUSED APPROVE=CLOSED CLOSE=CLOSED REASSIGN=ASSIGNED CANCEL=- WITHDRAW_FOLLOW_UP=- RETURN=- WITHDRAW_RETURN=CLOSED
                    CLOSED: START=- PAUSE=- RESUME=- COMPLETE=- HAND_OVER=- ABORT=- STOP=- SEND_BACK=- APPROVE=- CLOSE=- REASSIGN=- CANCEL=- WITHDRAW_FOLLOW_UP=- RETURN=COMPLETED WITHDRAW_RETURN=-
                    CANCELLED: START=- PAUSE=- RESUME=- COMPLETE=- HAND_OVER=- ABORT=- STOP=- SEND_BACK=- APPROVE=- CLOSE=- REASSIGN=ASSIGNED CANCEL=- WITHDRAW_FOLLOW_UP=- RETURN=- WITHDRAW_RETURN=-\
                    """);
    }

    @Test
    void everyCommandIsDecidedInEveryStateOfAVisit() {
        assertThat(LifecycleTable.of(VisitLifecycle.TABLE, VisitLifecycle.State.class, VisitLifecycle.Command.class))
                .isEqualTo("""
                    ASSIGNED: ACCEPT=ACCEPTED REJECT=REJECTED TRAVEL=TRAVELLING ARRIVE=ON_SITE START=IN_PROGRESS PAUSE=- RESUME=- COMPLETE=- COMPLETE_PARTLY=- GIVE_UP=- HAND_OVER=- TURN_BACK=- ABORT=- STOP=- SEND_BACK=- REASSIGN=- CANCEL=CANCELLED
                    ACCEPTED: ACCEPT=- REJECT=REJECTED TRAVEL=TRAVELLING ARRIVE=ON_SITE START=IN_PROGRESS PAUSE=- RESUME=- COMPLETE=- COMPLETE_PARTLY=- GIVE_UP=- HAND_OVER=- TURN_BACK=- ABORT=- STOP=- SEND_BACK=- REASSIGN=ASSIGNED CANCEL=CANCELLED
                    REJECTED: ACCEPT=- REJECT=- TRAVEL=- ARRIVE=- START=- PAUSE=- RESUME=- COMPLETE=- COMPLETE_PARTLY=- GIVE_UP=- HAND_OVER=- TURN_BACK=- ABORT=- STOP=- SEND_BACK=- REASSIGN=ASSIGNED CANCEL=CANCELLED
                    TRAVELLING: ACCEPT=- REJECT=- TRAVEL=- ARRIVE=ON_SITE START=IN_PROGRESS PAUSE=- RESUME=- COMPLETE=- COMPLETE_PARTLY=- GIVE_UP=- HAND_OVER=PARTIALLY_COMPLETED TURN_BACK=ACCEPTED ABORT=CANNOT_COMPLETE STOP=CANNOT_COMPLETE SEND_BACK=- REASSIGN=- CANCEL=-
                    ON_SITE: ACCEPT=- REJECT=- TRAVEL=- ARRIVE=- START=IN_PROGRESS PAUSE=- RESUME=- COMPLETE=- COMPLETE_PARTLY=- GIVE_UP=- HAND_OVER=PARTIALLY_COMPLETED TURN_BACK=ACCEPTED ABORT=CANNOT_COMPLETE STOP=CANNOT_COMPLETE SEND_BACK=- REASSIGN=- CANCEL=-
                    IN_PROGRESS: ACCEPT=- REJECT=- TRAVEL=- ARRIVE=- START=- PAUSE=PAUSED RESUME=- COMPLETE=COMPLETED COMPLETE_PARTLY=PARTIALLY_COMPLETED GIVE_UP=CANNOT_COMPLETE HAND_OVER=PARTIALLY_COMPLETED TURN_BACK=- ABORT=- STOP=CANNOT_COMPLETE SEND_BACK=- REASSIGN=- CANCEL=-
                    PAUSED: ACCEPT=- REJECT=- TRAVEL=- ARRIVE=- START=- PAUSE=- RESUME=IN_PROGRESS COMPLETE=COMPLETED COMPLETE_PARTLY=PARTIALLY_COMPLETED GIVE_UP=CANNOT_COMPLETE HAND_OVER=PARTIALLY_COMPLETED TURN_BACK=- ABORT=- STOP=CANNOT_COMPLETE SEND_BACK=- REASSIGN=- CANCEL=-
                    COMPLETED: ACCEPT=- REJECT=- TRAVEL=- ARRIVE=- START=- PAUSE=- RESUME=- COMPLETE=- COMPLETE_PARTLY=- GIVE_UP=- HAND_OVER=- TURN_BACK=- ABORT=- STOP=- SEND_BACK=PAUSED REASSIGN=- CANCEL=-
                    PARTIALLY_COMPLETED: ACCEPT=- REJECT=- TRAVEL=- ARRIVE=- START=- PAUSE=- RESUME=- COMPLETE=- COMPLETE_PARTLY=- GIVE_UP=- HAND_OVER=- TURN_BACK=- ABORT=- STOP=- SEND_BACK=PAUSED REASSIGN=- CANCEL=-
                    CANNOT_COMPLETE: ACCEPT=- REJECT=- TRAVEL=- ARRIVE=- START=- PAUSE=- RESUME=- COMPLETE=- COMPLETE_PARTLY=- GIVE_UP=- HAND_OVER=- TURN_BACK=- ABORT=- STOP=- SEND_BACK=PAUSED REASSIGN=- CANCEL=-
                    CANCELLED: ACCEPT=- REJECT=- TRAVEL=- ARRIVE=- START=- PAUSE=- RESUME=- COMPLETE=- COMPLETE_PARTLY=- GIVE_UP=- HAND_OVER=- TURN_BACK=- ABORT=- STOP=- SEND_BACK=- REASSIGN=ASSIGNED CANCEL=-\
                    """);
    }

    /** Without it somebody would have to go on with what they cannot, or call the office to be freed. */
    @Test
    void whoeverIsOnTheWayOrAtWorkHasAWayOutOfTheirOwn() {
        EnumSet<VisitLifecycle.Command> technicians = EnumSet.complementOf(OF_OTHERS);
        assertThat(VisitLifecycle.State.values())
                .filteredOn(state -> !state.isOver() && !WITHOUT_TECHNICIAN.contains(state))
                .allSatisfy(state -> assertThat(technicians)
                        .as("%s", state)
                        .anyMatch(command -> VisitLifecycle.TABLE
                                .target(state, command)
                                .filter(next -> next != state && !next.isOccupying())
                                .isPresent()));
    }

    /** Of these a visit takes so many: so no phone can make it take more and more. */
    @Test
    void whoeverComesBackToWhereTheyWereHasPausedOrTurnedBack() {
        List<VisitLifecycle.Command> others = Arrays.stream(VisitLifecycle.Command.values())
                .filter(command -> !command.comesRound() && !OF_OTHERS.contains(command))
                .toList();

        for (VisitLifecycle.State state : VisitLifecycle.State.values()) {
            for (VisitLifecycle.Command first : others) {
                VisitLifecycle.TABLE
                        .target(state, first)
                        .ifPresent(next -> assertThat(reaches(
                                        VisitLifecycle.TABLE,
                                        others.toArray(VisitLifecycle.Command[]::new),
                                        next,
                                        state::equals))
                                .as("%s in %s", first, state)
                                .isFalse());
            }
        }
    }

    @Test
    void fromEveryStateAnEndCanBeReached() {
        assertThat(VisitLifecycle.State.values())
                .allMatch(state -> reaches(
                        VisitLifecycle.TABLE,
                        VisitLifecycle.Command.values(),
                        state,
                        one -> one.isOver() || one == VisitLifecycle.State.CANCELLED));
        assertThat(WorkOrderLifecycle.State.values())
                .allMatch(state -> reaches(
                        WorkOrderLifecycle.TABLE,
                        WorkOrderLifecycle.Command.values(),
                        state,
                        one -> one == WorkOrderLifecycle.State.CLOSED || one == WorkOrderLifecycle.State.CANCELLED));
    }

    private static <S extends Enum<S>, C extends Enum<C>> boolean reaches(
            Lifecycle<S, C> table, C[] commands, S from, Predicate<S> isEnd) {
        Set<S> seen = new HashSet<>(Set.of(from));
        Deque<S> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            S state = open.poll();
            if (isEnd.test(state)) {
                return true;
            }
            Arrays.stream(commands)
                    .flatMap(command -> table.target(state, command).stream())
                    .filter(seen::add)
                    .forEach(open::add);
        }
        return false;
    }

    @Test
    void onlyWhatHasAnAddressIsOffered() {
        assertThat(VisitLifecycle.words(VisitLifecycle.State.PAUSED, false))
                .containsExactly("resume", "complete", "hand-over");
        assertThat(VisitLifecycle.words(VisitLifecycle.State.COMPLETED, false)).isEmpty();
    }

    @Test
    void whatWasCalledOffIsNotBegunAndCanBeStoppedOnceSomebodyHasSetOut() {
        assertThat(Arrays.stream(VisitLifecycle.State.values())
                        .map(state -> state + ": " + String.join(" ", VisitLifecycle.words(state, true))))
                .containsExactly(
                        "ASSIGNED: ",
                        "ACCEPTED: ",
                        "REJECTED: ",
                        "TRAVELLING: arrive hand-over stop",
                        "ON_SITE: hand-over stop",
                        "IN_PROGRESS: pause complete hand-over stop",
                        "PAUSED: resume complete hand-over stop",
                        "COMPLETED: ",
                        "PARTIALLY_COMPLETED: ",
                        "CANNOT_COMPLETE: ",
                        "CANCELLED: ");
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
