package dev.fieldservice.dispatch.orders;

import static dev.fieldservice.dispatch.orders.AppointmentLifecycle.State.ACCEPTED;
import static dev.fieldservice.dispatch.orders.AppointmentLifecycle.State.CANCELLED;
import static dev.fieldservice.dispatch.orders.AppointmentLifecycle.State.DISPATCHED;
import static dev.fieldservice.dispatch.orders.AppointmentLifecycle.State.TRAVELLING;

import dev.fieldservice.platform.aggregates.Lifecycle;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an appointment may go through. Planning ends when the technician sets out; from then on the state is what was last
 * heard from the field, and no fact is refused because one before it was missed. An answer to a plan that no longer stands
 * is none. There is no state before DISPATCHED: whoever is planned is told in the same breath.
 */
public final class AppointmentLifecycle {

    @Schema(name = "AppointmentState")
    public enum State {
        DISPATCHED,
        ACCEPTED,
        REJECTED,
        TRAVELLING,
        ON_SITE,
        IN_PROGRESS,
        PAUSED,
        COMPLETED,
        PARTIALLY_COMPLETED,
        CANNOT_COMPLETE,
        CANCELLED;

        private static final Set<State> OPEN = EnumSet.of(DISPATCHED, ACCEPTED);
        private static final Set<State> UNDER_WAY = EnumSet.of(TRAVELLING, ON_SITE, IN_PROGRESS, PAUSED);
        /** What a decision about the plan depends on, however many visits came before. */
        static final Set<State> AHEAD = EnumSet.of(DISPATCHED, ACCEPTED, TRAVELLING, ON_SITE, IN_PROGRESS, PAUSED);

        private static final Set<State> FINISHED = EnumSet.of(COMPLETED, PARTIALLY_COMPLETED, CANNOT_COMPLETE);

        /** What a technician says to a plan: it counts for as long as the plan is open. */
        boolean isAnswer() {
            return this == ACCEPTED || this == REJECTED;
        }

        /** Planned, and nobody has set out. */
        public boolean isOpen() {
            return OPEN.contains(this);
        }

        /** Planned or under way. */
        boolean isAhead() {
            return AHEAD.contains(this);
        }

        /** Somebody travels or works. */
        public boolean isUnderWay() {
            return UNDER_WAY.contains(this);
        }

        /** The visit took place. */
        public boolean isFinished() {
            return FINISHED.contains(this);
        }
    }

    /** What people do to the plan. */
    public enum Command {
        RESCHEDULE,
        CANCEL,
        DELAY
    }

    public static final Lifecycle<State, Command> COMMANDS = Lifecycle.of("appointment", State.class, Command.class)
            .row(DISPATCHED, Command.RESCHEDULE, DISPATCHED)
            .row(DISPATCHED, Command.CANCEL, CANCELLED)
            .row(DISPATCHED, Command.DELAY, DISPATCHED)
            .row(ACCEPTED, Command.RESCHEDULE, DISPATCHED)
            .row(ACCEPTED, Command.CANCEL, CANCELLED)
            .row(ACCEPTED, Command.DELAY, ACCEPTED)
            .row(TRAVELLING, Command.DELAY, TRAVELLING)
            .build();

    /** What is heard from the field, named by the state it leads to: each is taken in each state, answers in open ones. */
    public static final Lifecycle<State, State> FACTS = facts();

    private static Lifecycle<State, State> facts() {
        var table = Lifecycle.of("appointment", State.class, State.class);
        for (State from : State.values()) {
            for (State fact : State.values()) {
                if (fact != DISPATCHED && fact != CANCELLED && (from.isOpen() || !fact.isAnswer())) {
                    table = table.row(from, fact, fact);
                }
            }
        }
        return table.build();
    }

    private AppointmentLifecycle() {}
}
