package dev.fieldservice.dispatch.orders;

import static dev.fieldservice.dispatch.orders.OrderLifecycle.State.CANCELLED;
import static dev.fieldservice.dispatch.orders.OrderLifecycle.State.CLOSED;
import static dev.fieldservice.dispatch.orders.OrderLifecycle.State.COMPLETED;
import static dev.fieldservice.dispatch.orders.OrderLifecycle.State.IN_PROGRESS;
import static dev.fieldservice.dispatch.orders.OrderLifecycle.State.ON_HOLD;
import static dev.fieldservice.dispatch.orders.OrderLifecycle.State.SCHEDULED;
import static dev.fieldservice.dispatch.orders.OrderLifecycle.State.UNSCHEDULED;

import dev.fieldservice.platform.aggregates.Lifecycle;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The state machine of a service order. People plan; everything else follows from events, and what has happened on site wins
 * over what was planned, also over a cancellation that came too late.
 */
public final class OrderLifecycle {

    @Schema(name = "ServiceOrderState")
    public enum State {
        UNSCHEDULED,
        SCHEDULED,
        IN_PROGRESS,
        ON_HOLD,
        COMPLETED,
        CLOSED,
        CANCELLED;

        /** Somebody has it, or had it to the end. */
        boolean isTaken() {
            return switch (this) {
                case SCHEDULED, IN_PROGRESS, COMPLETED, CLOSED -> true;
                case UNSCHEDULED, ON_HOLD, CANCELLED -> false;
            };
        }
    }

    /** What people do. */
    public enum Command {
        ASSIGN,
        CLAIM,
        PLAN_VISIT,
        CANCEL_VISIT,
        UNASSIGN,
        HOLD,
        RESUME,
        SET_WORK_TYPE
    }

    /** What follows from events. */
    public enum Fact {
        BEGIN,
        REJECT,
        TURN_BACK,
        REQUIRE_FOLLOW_UP,
        FOLLOW_UP_PLANNED,
        COMPLETE,
        CLOSE,
        CANCEL,
        /** What was called off after it had begun is not to go on. */
        DROP,
        WAIT_FOR_CUSTOMER,
        CUSTOMER_ANSWERED
    }

    public static final Lifecycle<State, Command> COMMANDS = Lifecycle.of("service order", State.class, Command.class)
            .row(UNSCHEDULED, Command.ASSIGN, SCHEDULED)
            .row(UNSCHEDULED, Command.CLAIM, SCHEDULED)
            .row(UNSCHEDULED, Command.HOLD, ON_HOLD)
            .row(UNSCHEDULED, Command.SET_WORK_TYPE, UNSCHEDULED)
            .row(SCHEDULED, Command.ASSIGN, SCHEDULED)
            .row(SCHEDULED, Command.PLAN_VISIT, SCHEDULED)
            .row(SCHEDULED, Command.CANCEL_VISIT, SCHEDULED)
            .row(SCHEDULED, Command.UNASSIGN, UNSCHEDULED)
            .row(SCHEDULED, Command.HOLD, ON_HOLD)
            .row(SCHEDULED, Command.SET_WORK_TYPE, SCHEDULED)
            .row(IN_PROGRESS, Command.ASSIGN, IN_PROGRESS)
            .row(IN_PROGRESS, Command.PLAN_VISIT, IN_PROGRESS)
            .row(IN_PROGRESS, Command.CANCEL_VISIT, IN_PROGRESS)
            .row(ON_HOLD, Command.RESUME, UNSCHEDULED)
            .row(ON_HOLD, Command.SET_WORK_TYPE, ON_HOLD)
            .build();

    public static final Lifecycle<State, Fact> FACTS = Lifecycle.of("service order", State.class, Fact.class)
            .row(UNSCHEDULED, Fact.BEGIN, IN_PROGRESS)
            .row(UNSCHEDULED, Fact.REQUIRE_FOLLOW_UP, UNSCHEDULED)
            .row(UNSCHEDULED, Fact.FOLLOW_UP_PLANNED, SCHEDULED)
            .row(UNSCHEDULED, Fact.COMPLETE, COMPLETED)
            .row(UNSCHEDULED, Fact.CLOSE, CLOSED)
            .row(UNSCHEDULED, Fact.CANCEL, CANCELLED)
            .row(UNSCHEDULED, Fact.WAIT_FOR_CUSTOMER, ON_HOLD)
            .row(SCHEDULED, Fact.BEGIN, IN_PROGRESS)
            .row(SCHEDULED, Fact.REJECT, UNSCHEDULED)
            .row(SCHEDULED, Fact.REQUIRE_FOLLOW_UP, UNSCHEDULED)
            .row(SCHEDULED, Fact.FOLLOW_UP_PLANNED, SCHEDULED)
            .row(SCHEDULED, Fact.COMPLETE, COMPLETED)
            .row(SCHEDULED, Fact.CLOSE, CLOSED)
            .row(SCHEDULED, Fact.CANCEL, CANCELLED)
            .row(SCHEDULED, Fact.WAIT_FOR_CUSTOMER, ON_HOLD)
            .row(IN_PROGRESS, Fact.REJECT, UNSCHEDULED)
            .row(IN_PROGRESS, Fact.TURN_BACK, SCHEDULED)
            .row(IN_PROGRESS, Fact.REQUIRE_FOLLOW_UP, UNSCHEDULED)
            .row(IN_PROGRESS, Fact.FOLLOW_UP_PLANNED, SCHEDULED)
            .row(IN_PROGRESS, Fact.COMPLETE, COMPLETED)
            .row(IN_PROGRESS, Fact.CLOSE, CLOSED)
            .row(IN_PROGRESS, Fact.DROP, CANCELLED)
            .row(ON_HOLD, Fact.BEGIN, IN_PROGRESS)
            .row(ON_HOLD, Fact.REQUIRE_FOLLOW_UP, UNSCHEDULED)
            .row(ON_HOLD, Fact.COMPLETE, COMPLETED)
            .row(ON_HOLD, Fact.CLOSE, CLOSED)
            .row(ON_HOLD, Fact.CANCEL, CANCELLED)
            .row(ON_HOLD, Fact.CUSTOMER_ANSWERED, UNSCHEDULED)
            .row(COMPLETED, Fact.BEGIN, IN_PROGRESS)
            .row(COMPLETED, Fact.REQUIRE_FOLLOW_UP, UNSCHEDULED)
            .row(COMPLETED, Fact.COMPLETE, COMPLETED)
            .row(COMPLETED, Fact.CLOSE, CLOSED)
            .row(CANCELLED, Fact.BEGIN, IN_PROGRESS)
            .row(CANCELLED, Fact.COMPLETE, COMPLETED)
            .row(CANCELLED, Fact.CLOSE, CLOSED)
            .build();

    private OrderLifecycle() {}
}
