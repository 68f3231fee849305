package dev.fieldservice.dispatch.orders;

import static dev.fieldservice.dispatch.orders.AppointmentLifecycle.State.ACCEPTED;
import static dev.fieldservice.dispatch.orders.AppointmentLifecycle.State.CANCELLED;
import static dev.fieldservice.dispatch.orders.AppointmentLifecycle.State.DISPATCHED;
import static dev.fieldservice.dispatch.orders.AppointmentLifecycle.State.IN_PROGRESS;
import static dev.fieldservice.dispatch.orders.AppointmentLifecycle.State.ON_SITE;
import static dev.fieldservice.dispatch.orders.AppointmentLifecycle.State.PAUSED;
import static dev.fieldservice.dispatch.orders.AppointmentLifecycle.State.SCHEDULED;
import static dev.fieldservice.dispatch.orders.AppointmentLifecycle.State.TRAVELLING;

import dev.fieldservice.platform.aggregates.Lifecycle;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The state machine of an appointment. Planning ends when the technician sets out, but for who else goes; from then on the state
 * is what was last heard from the field, and no fact is refused because one before it was missed. An answer to a plan that no
 * longer stands is none. The next visit of an order is DISPATCHED as soon as it is planned; one that is to follow it is SCHEDULED
 * until then: it holds the time of those who are to go, and the field does not know of it.
 */
public final class AppointmentLifecycle {

    @Schema(name = "AppointmentState")
    public enum State {
        SCHEDULED,
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
        static final Set<State> AHEAD =
                EnumSet.of(SCHEDULED, DISPATCHED, ACCEPTED, TRAVELLING, ON_SITE, IN_PROGRESS, PAUSED);

        private static final Set<State> FINISHED = EnumSet.of(COMPLETED, PARTIALLY_COMPLETED, CANNOT_COMPLETE);

        /** What a technician says to a plan: it counts for as long as the plan is open. */
        boolean isAnswer() {
            return this == ACCEPTED || this == REJECTED;
        }

        /** Says whether this counts as an answer to what is planned, or as a turning back. */
        boolean takesAnswer(State answer) {
            return isOpen() || answer == ACCEPTED && isOnTheWay();
        }

        /** Somebody has set out and not begun to work: they may turn back. */
        boolean isOnTheWay() {
            return this == TRAVELLING || this == ON_SITE;
        }

        /** Planned to follow another visit, and told to nobody. */
        boolean isLater() {
            return this == SCHEDULED;
        }

        /** Told to those who are to go, and nobody has set out. */
        public boolean isOpen() {
            return OPEN.contains(this);
        }

        /** Nobody has set out. */
        public boolean isPlanned() {
            return isOpen() || isLater();
        }

        /** Told to those who are to go, or under way. */
        boolean isAhead() {
            return isOpen() || isUnderWay();
        }

        /** Somebody has set out or begun, and it is not over. */
        public boolean isUnderWay() {
            return UNDER_WAY.contains(this);
        }

        /** Somebody travels or works at this moment. */
        public boolean isAtWork() {
            return this != PAUSED && isUnderWay();
        }

        /** The visit took place. */
        public boolean isFinished() {
            return FINISHED.contains(this);
        }
    }

    /** What people do to the plan. */
    public enum Command {
        DISPATCH,
        RESCHEDULE,
        CANCEL,
        DELAY,
        CHANGE_CREW
    }

    public static final Lifecycle<State, Command> COMMANDS = Lifecycle.of("appointment", State.class, Command.class)
            .row(SCHEDULED, Command.DISPATCH, DISPATCHED)
            .row(SCHEDULED, Command.CANCEL, CANCELLED)
            .row(SCHEDULED, Command.DELAY, SCHEDULED)
            .row(DISPATCHED, Command.RESCHEDULE, DISPATCHED)
            .row(DISPATCHED, Command.CANCEL, CANCELLED)
            .row(DISPATCHED, Command.DELAY, DISPATCHED)
            .row(ACCEPTED, Command.RESCHEDULE, DISPATCHED)
            .row(ACCEPTED, Command.CANCEL, CANCELLED)
            .row(ACCEPTED, Command.DELAY, ACCEPTED)
            .row(TRAVELLING, Command.DELAY, TRAVELLING)
            .row(TRAVELLING, Command.CHANGE_CREW, TRAVELLING)
            .row(ON_SITE, Command.CHANGE_CREW, ON_SITE)
            .row(IN_PROGRESS, Command.CHANGE_CREW, IN_PROGRESS)
            .row(PAUSED, Command.CHANGE_CREW, PAUSED)
            .build();

    /**
     * What is heard from the field, named by the state it leads to: each is taken in each state, answers in open ones. Whoever
     * turns back on the way has it ACCEPTED again.
     */
    public static final Lifecycle<State, State> FACTS = facts();

    private static Lifecycle<State, State> facts() {
        var table = Lifecycle.of("appointment", State.class, State.class);
        for (State from : State.values()) {
            for (State fact : State.values()) {
                if (fact != SCHEDULED
                        && fact != DISPATCHED
                        && fact != CANCELLED
                        && (from.takesAnswer(fact) || !fact.isAnswer())) {
                    table = table.row(from, fact, fact);
                }
            }
        }
        return table.build();
    }

    private AppointmentLifecycle() {}
}
