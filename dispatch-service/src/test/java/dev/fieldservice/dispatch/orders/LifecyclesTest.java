package dev.fieldservice.dispatch.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.LifecycleTable;
import org.junit.jupiter.api.Test;

class LifecyclesTest {

    @Test
    void everyCommandOnAServiceOrderInEveryStateIsDecided() {
        assertThat(LifecycleTable.of(OrderLifecycle.COMMANDS, OrderLifecycle.State.class, OrderLifecycle.Command.class))
                .isEqualTo("""
                        UNSCHEDULED: ASSIGN=SCHEDULED CLAIM=SCHEDULED UNASSIGN=- HOLD=ON_HOLD RESUME=-
                        SCHEDULED: ASSIGN=SCHEDULED CLAIM=- UNASSIGN=UNSCHEDULED HOLD=ON_HOLD RESUME=-
                        IN_PROGRESS: ASSIGN=- CLAIM=- UNASSIGN=- HOLD=- RESUME=-
                        ON_HOLD: ASSIGN=- CLAIM=- UNASSIGN=- HOLD=- RESUME=UNSCHEDULED
                        COMPLETED: ASSIGN=- CLAIM=- UNASSIGN=- HOLD=- RESUME=-
                        CLOSED: ASSIGN=- CLAIM=- UNASSIGN=- HOLD=- RESUME=-
                        CANCELLED: ASSIGN=- CLAIM=- UNASSIGN=- HOLD=- RESUME=-""");
    }

    @Test
    void everyFactAboutAServiceOrderInEveryStateIsDecided() {
        assertThat(LifecycleTable.of(OrderLifecycle.FACTS, OrderLifecycle.State.class, OrderLifecycle.Fact.class))
                .isEqualTo("""
                        UNSCHEDULED: BEGIN=IN_PROGRESS REJECT=- REQUIRE_FOLLOW_UP=UNSCHEDULED FOLLOW_UP_PLANNED=SCHEDULED COMPLETE=COMPLETED CLOSE=CLOSED CANCEL=CANCELLED
                        SCHEDULED: BEGIN=IN_PROGRESS REJECT=UNSCHEDULED REQUIRE_FOLLOW_UP=UNSCHEDULED FOLLOW_UP_PLANNED=SCHEDULED COMPLETE=COMPLETED CLOSE=CLOSED CANCEL=CANCELLED
                        IN_PROGRESS: BEGIN=- REJECT=UNSCHEDULED REQUIRE_FOLLOW_UP=UNSCHEDULED FOLLOW_UP_PLANNED=SCHEDULED COMPLETE=COMPLETED CLOSE=CLOSED CANCEL=-
                        ON_HOLD: BEGIN=IN_PROGRESS REJECT=- REQUIRE_FOLLOW_UP=UNSCHEDULED FOLLOW_UP_PLANNED=- COMPLETE=COMPLETED CLOSE=CLOSED CANCEL=CANCELLED
                        COMPLETED: BEGIN=IN_PROGRESS REJECT=- REQUIRE_FOLLOW_UP=UNSCHEDULED FOLLOW_UP_PLANNED=- COMPLETE=COMPLETED CLOSE=CLOSED CANCEL=-
                        CLOSED: BEGIN=- REJECT=- REQUIRE_FOLLOW_UP=- FOLLOW_UP_PLANNED=- COMPLETE=- CLOSE=- CANCEL=-
                        CANCELLED: BEGIN=IN_PROGRESS REJECT=- REQUIRE_FOLLOW_UP=UNSCHEDULED FOLLOW_UP_PLANNED=- COMPLETE=COMPLETED CLOSE=CLOSED CANCEL=-""");
    }

    @Test
    void everyCommandOnAnAppointmentInEveryStateIsDecided() {
        assertThat(LifecycleTable.of(
                        AppointmentLifecycle.COMMANDS,
                        AppointmentLifecycle.State.class,
                        AppointmentLifecycle.Command.class))
                .isEqualTo("""
                        DISPATCHED: RESCHEDULE=DISPATCHED CANCEL=CANCELLED DELAY=DISPATCHED
                        ACCEPTED: RESCHEDULE=DISPATCHED CANCEL=CANCELLED DELAY=ACCEPTED
                        REJECTED: RESCHEDULE=- CANCEL=- DELAY=-
                        TRAVELLING: RESCHEDULE=- CANCEL=- DELAY=TRAVELLING
                        ON_SITE: RESCHEDULE=- CANCEL=- DELAY=-
                        IN_PROGRESS: RESCHEDULE=- CANCEL=- DELAY=-
                        PAUSED: RESCHEDULE=- CANCEL=- DELAY=-
                        COMPLETED: RESCHEDULE=- CANCEL=- DELAY=-
                        PARTIALLY_COMPLETED: RESCHEDULE=- CANCEL=- DELAY=-
                        CANNOT_COMPLETE: RESCHEDULE=- CANCEL=- DELAY=-
                        CANCELLED: RESCHEDULE=- CANCEL=- DELAY=-""");
    }

    @Test
    void whatTheFieldTellsIsTakenInEveryStateAndAnAnswerWhileThePlanIsOpen() {
        String everyFact =
                " TRAVELLING=TRAVELLING ON_SITE=ON_SITE IN_PROGRESS=IN_PROGRESS PAUSED=PAUSED COMPLETED=COMPLETED PARTIALLY_COMPLETED=PARTIALLY_COMPLETED CANNOT_COMPLETE=CANNOT_COMPLETE CANCELLED=-";
        assertThat(LifecycleTable.of(
                                AppointmentLifecycle.FACTS,
                                AppointmentLifecycle.State.class,
                                AppointmentLifecycle.State.class)
                        .lines())
                .hasSize(AppointmentLifecycle.State.values().length)
                .allSatisfy(line -> assertThat(line)
                        .endsWith(
                                line.matches("(DISPATCHED|ACCEPTED): .*")
                                        ? ": DISPATCHED=- ACCEPTED=ACCEPTED REJECTED=REJECTED" + everyFact
                                        : ": DISPATCHED=- ACCEPTED=- REJECTED=-" + everyFact));
    }
}
