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
 * What a service order may go through. People plan; everything else follows from events, and what has happened on site wins
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
        UNASSIGN,
        HOLD,
        RESUME
    }

    /** What follows from events. */
    public enum Fact {
        BEGIN,
        REJECT,
        REQUIRE_FOLLOW_UP,
        FOLLOW_UP_PLANNED,
        COMPLETE,
        CLOSE,
        CANCEL
    }

    public static final Lifecycle<State, Command> COMMANDS = Lifecycle.of("service order", State.class, Command.class)
            .row(UNSCHEDULED, Command.ASSIGN, SCHEDULED)
            .row(UNSCHEDULED, Command.CLAIM, SCHEDULED)
            .row(UNSCHEDULED, Command.HOLD, ON_HOLD)
            .row(SCHEDULED, Command.ASSIGN, SCHEDULED)
            .row(SCHEDULED, Command.UNASSIGN, UNSCHEDULED)
            .row(SCHEDULED, Command.HOLD, ON_HOLD)
            .row(ON_HOLD, Command.RESUME, UNSCHEDULED)
            .build();

    public static final Lifecycle<State, Fact> FACTS = Lifecycle.of("service order", State.class, Fact.class)
            .row(UNSCHEDULED, Fact.BEGIN, IN_PROGRESS)
            .row(UNSCHEDULED, Fact.REQUIRE_FOLLOW_UP, UNSCHEDULED)
            .row(UNSCHEDULED, Fact.FOLLOW_UP_PLANNED, SCHEDULED)
            .row(UNSCHEDULED, Fact.COMPLETE, COMPLETED)
            .row(UNSCHEDULED, Fact.CLOSE, CLOSED)
            .row(UNSCHEDULED, Fact.CANCEL, CANCELLED)
            .row(SCHEDULED, Fact.BEGIN, IN_PROGRESS)
            .row(SCHEDULED, Fact.REJECT, UNSCHEDULED)
            .row(SCHEDULED, Fact.REQUIRE_FOLLOW_UP, UNSCHEDULED)
            .row(SCHEDULED, Fact.FOLLOW_UP_PLANNED, SCHEDULED)
            .row(SCHEDULED, Fact.COMPLETE, COMPLETED)
            .row(SCHEDULED, Fact.CLOSE, CLOSED)
            .row(SCHEDULED, Fact.CANCEL, CANCELLED)
            .row(IN_PROGRESS, Fact.REJECT, UNSCHEDULED)
            .row(IN_PROGRESS, Fact.REQUIRE_FOLLOW_UP, UNSCHEDULED)
            .row(IN_PROGRESS, Fact.FOLLOW_UP_PLANNED, SCHEDULED)
            .row(IN_PROGRESS, Fact.COMPLETE, COMPLETED)
            .row(IN_PROGRESS, Fact.CLOSE, CLOSED)
            .row(ON_HOLD, Fact.BEGIN, IN_PROGRESS)
            .row(ON_HOLD, Fact.REQUIRE_FOLLOW_UP, UNSCHEDULED)
            .row(ON_HOLD, Fact.COMPLETE, COMPLETED)
            .row(ON_HOLD, Fact.CLOSE, CLOSED)
            .row(ON_HOLD, Fact.CANCEL, CANCELLED)
            .row(COMPLETED, Fact.BEGIN, IN_PROGRESS)
            .row(COMPLETED, Fact.REQUIRE_FOLLOW_UP, UNSCHEDULED)
            .row(COMPLETED, Fact.COMPLETE, COMPLETED)
            .row(COMPLETED, Fact.CLOSE, CLOSED)
            .row(CANCELLED, Fact.BEGIN, IN_PROGRESS)
            .row(CANCELLED, Fact.REQUIRE_FOLLOW_UP, UNSCHEDULED)
            .row(CANCELLED, Fact.COMPLETE, COMPLETED)
            .row(CANCELLED, Fact.CLOSE, CLOSED)
            .build();

    private OrderLifecycle() {}
}
