package dev.fieldservice.dispatch.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.LifecycleTable;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LifecyclesTest {

    @Test
    void everyCommandOnAServiceOrderInEveryStateIsDecided() {
        assertThat(LifecycleTable.of(OrderLifecycle.COMMANDS, OrderLifecycle.State.class, OrderLifecycle.Command.class))
                .isEqualTo("""
                    UNSCHEDULED: ASSIGN=SCHEDULED CLAIM=SCHEDULED PLAN_VISIT=- CANCEL_VISIT=- UNASSIGN=- HOLD=ON_HOLD RESUME=- SET_WORK_TYPE=UNSCHEDULED
                    SCHEDULED: ASSIGN=SCHEDULED CLAIM=- PLAN_VISIT=SCHEDULED CANCEL_VISIT=SCHEDULED UNASSIGN=UNSCHEDULED HOLD=ON_HOLD RESUME=- SET_WORK_TYPE=SCHEDULED
                    IN_PROGRESS: ASSIGN=IN_PROGRESS CLAIM=- PLAN_VISIT=IN_PROGRESS CANCEL_VISIT=IN_PROGRESS UNASSIGN=- HOLD=- RESUME=- SET_WORK_TYPE=-
                    ON_HOLD: ASSIGN=- CLAIM=- PLAN_VISIT=- CANCEL_VISIT=- UNASSIGN=- HOLD=- RESUME=UNSCHEDULED SET_WORK_TYPE=ON_HOLD
                    COMPLETED: ASSIGN=- CLAIM=- PLAN_VISIT=- CANCEL_VISIT=- UNASSIGN=- HOLD=- RESUME=- SET_WORK_TYPE=-
                    CLOSED: ASSIGN=- CLAIM=- PLAN_VISIT=- CANCEL_VISIT=- UNASSIGN=- HOLD=- RESUME=- SET_WORK_TYPE=-
                    CANCELLED: ASSIGN=- CLAIM=- PLAN_VISIT=- CANCEL_VISIT=- UNASSIGN=- HOLD=- RESUME=- SET_WORK_TYPE=-\
                    """);
    }

    @Test
    void everyFactAboutAServiceOrderInEveryStateIsDecided() {
        assertThat(LifecycleTable.of(OrderLifecycle.FACTS, OrderLifecycle.State.class, OrderLifecycle.Fact.class))
                .isEqualTo("""
                    UNSCHEDULED: BEGIN=IN_PROGRESS REJECT=- TURN_BACK=- REQUIRE_FOLLOW_UP=UNSCHEDULED FOLLOW_UP_PLANNED=SCHEDULED COMPLETE=COMPLETED CLOSE=CLOSED CANCEL=CANCELLED DROP=- WAIT_FOR_CUSTOMER=ON_HOLD CUSTOMER_ANSWERED=-
                    SCHEDULED: BEGIN=IN_PROGRESS REJECT=UNSCHEDULED TURN_BACK=- REQUIRE_FOLLOW_UP=UNSCHEDULED FOLLOW_UP_PLANNED=SCHEDULED COMPLETE=COMPLETED CLOSE=CLOSED CANCEL=CANCELLED DROP=- WAIT_FOR_CUSTOMER=ON_HOLD CUSTOMER_ANSWERED=-
                    IN_PROGRESS: BEGIN=- REJECT=UNSCHEDULED TURN_BACK=SCHEDULED REQUIRE_FOLLOW_UP=UNSCHEDULED FOLLOW_UP_PLANNED=SCHEDULED COMPLETE=COMPLETED CLOSE=CLOSED CANCEL=- DROP=CANCELLED WAIT_FOR_CUSTOMER=- CUSTOMER_ANSWERED=-
                    ON_HOLD: BEGIN=IN_PROGRESS REJECT=- TURN_BACK=- REQUIRE_FOLLOW_UP=UNSCHEDULED FOLLOW_UP_PLANNED=- COMPLETE=COMPLETED CLOSE=CLOSED CANCEL=CANCELLED DROP=- WAIT_FOR_CUSTOMER=- CUSTOMER_ANSWERED=UNSCHEDULED
                    COMPLETED: BEGIN=IN_PROGRESS REJECT=- TURN_BACK=- REQUIRE_FOLLOW_UP=UNSCHEDULED FOLLOW_UP_PLANNED=- COMPLETE=COMPLETED CLOSE=CLOSED CANCEL=- DROP=- WAIT_FOR_CUSTOMER=- CUSTOMER_ANSWERED=-
                    CLOSED: BEGIN=- REJECT=- TURN_BACK=- REQUIRE_FOLLOW_UP=- FOLLOW_UP_PLANNED=- COMPLETE=- CLOSE=- CANCEL=- DROP=- WAIT_FOR_CUSTOMER=- CUSTOMER_ANSWERED=-
                    CANCELLED: BEGIN=IN_PROGRESS REJECT=- TURN_BACK=- REQUIRE_FOLLOW_UP=- FOLLOW_UP_PLANNED=- COMPLETE=COMPLETED CLOSE=CLOSED CANCEL=- DROP=- WAIT_FOR_CUSTOMER=- CUSTOMER_ANSWERED=-\
                    """);
    }

    /** By what people do, or by what the field tells. */
    @Test
    void fromEveryStateOfAnOrderAndOfAnAppointmentAnEndCanBeReached() {
        assertThat(OrderLifecycle.State.values())
                .allMatch(state -> reaches(
                        state,
                        one -> Stream.concat(
                                Arrays.stream(OrderLifecycle.Command.values())
                                        .flatMap(c -> OrderLifecycle.COMMANDS.target(one, c).stream()),
                                Arrays.stream(OrderLifecycle.Fact.values())
                                        .flatMap(f -> OrderLifecycle.FACTS.target(one, f).stream())),
                        one -> one == OrderLifecycle.State.CLOSED || one == OrderLifecycle.State.CANCELLED));
        assertThat(AppointmentLifecycle.State.values())
                .allMatch(state -> reaches(
                        state,
                        one -> Stream.concat(
                                Arrays.stream(AppointmentLifecycle.Command.values())
                                        .flatMap(c -> AppointmentLifecycle.COMMANDS.target(one, c).stream()),
                                Arrays.stream(AppointmentLifecycle.State.values())
                                        .flatMap(f -> AppointmentLifecycle.FACTS.target(one, f).stream())),
                        one -> one.isFinished()
                                || one == AppointmentLifecycle.State.CANCELLED
                                || one == AppointmentLifecycle.State.REJECTED));
    }

    private static <S> boolean reaches(S from, Function<S, Stream<S>> next, Predicate<S> isEnd) {
        Set<S> seen = new HashSet<>(Set.of(from));
        Deque<S> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            S state = open.poll();
            if (isEnd.test(state)) {
                return true;
            }
            next.apply(state).filter(seen::add).forEach(open::add);
        }
        return false;
    }

    @Test
    void everyCommandOnAnAppointmentInEveryStateIsDecided() {
        assertThat(LifecycleTable.of(
                        AppointmentLifecycle.COMMANDS,
                        AppointmentLifecycle.State.class,
                        AppointmentLifecycle.Command.class))
                .isEqualTo("""
                    SCHEDULED: DISPATCH=DISPATCHED RESCHEDULE=- CANCEL=CANCELLED DELAY=SCHEDULED CHANGE_CREW=-
                    DISPATCHED: DISPATCH=- RESCHEDULE=DISPATCHED CANCEL=CANCELLED DELAY=DISPATCHED CHANGE_CREW=-
                    ACCEPTED: DISPATCH=- RESCHEDULE=DISPATCHED CANCEL=CANCELLED DELAY=ACCEPTED CHANGE_CREW=-
                    REJECTED: DISPATCH=- RESCHEDULE=- CANCEL=- DELAY=- CHANGE_CREW=-
                    TRAVELLING: DISPATCH=- RESCHEDULE=- CANCEL=- DELAY=TRAVELLING CHANGE_CREW=TRAVELLING
                    ON_SITE: DISPATCH=- RESCHEDULE=- CANCEL=- DELAY=- CHANGE_CREW=ON_SITE
                    IN_PROGRESS: DISPATCH=- RESCHEDULE=- CANCEL=- DELAY=- CHANGE_CREW=IN_PROGRESS
                    PAUSED: DISPATCH=- RESCHEDULE=- CANCEL=- DELAY=- CHANGE_CREW=PAUSED
                    COMPLETED: DISPATCH=- RESCHEDULE=- CANCEL=- DELAY=- CHANGE_CREW=-
                    PARTIALLY_COMPLETED: DISPATCH=- RESCHEDULE=- CANCEL=- DELAY=- CHANGE_CREW=-
                    CANNOT_COMPLETE: DISPATCH=- RESCHEDULE=- CANCEL=- DELAY=- CHANGE_CREW=-
                    CANCELLED: DISPATCH=- RESCHEDULE=- CANCEL=- DELAY=- CHANGE_CREW=-\
                    """);
    }

    @Test
    void whatTheFieldTellsIsTakenInEveryStateAndAnAnswerWhileThePlanIsOpenOrWhoeverSetOutTurnsBack() {
        String everyFact =
                " TRAVELLING=TRAVELLING ON_SITE=ON_SITE IN_PROGRESS=IN_PROGRESS PAUSED=PAUSED COMPLETED=COMPLETED"
                        + " PARTIALLY_COMPLETED=PARTIALLY_COMPLETED CANNOT_COMPLETE=CANNOT_COMPLETE CANCELLED=-";
        assertThat(LifecycleTable.of(
                                AppointmentLifecycle.FACTS,
                                AppointmentLifecycle.State.class,
                                AppointmentLifecycle.State.class)
                        .lines())
                .hasSize(AppointmentLifecycle.State.values().length)
                .allSatisfy(
                        line -> assertThat(line).endsWith(": SCHEDULED=- DISPATCHED=- " + answers(line) + everyFact));
    }

    private static String answers(String line) {
        if (line.matches("(DISPATCHED|ACCEPTED): .*")) {
            return "ACCEPTED=ACCEPTED REJECTED=REJECTED";
        }
        return line.matches("(TRAVELLING|ON_SITE): .*") ? "ACCEPTED=ACCEPTED REJECTED=-" : "ACCEPTED=- REJECTED=-";
    }
}
