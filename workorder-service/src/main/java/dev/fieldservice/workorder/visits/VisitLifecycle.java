package dev.fieldservice.workorder.visits;

import static dev.fieldservice.workorder.visits.VisitLifecycle.Command.*;
import static dev.fieldservice.workorder.visits.VisitLifecycle.State.*;

import dev.fieldservice.platform.aggregates.Lifecycle;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state machine of a visit. Accepting, travelling and arriving may be skipped: the work counts, not the taps. */
public final class VisitLifecycle {

    @Schema(name = "VisitState")
    public enum State {
        ASSIGNED,
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

        /** Somebody is on the way or on site: nothing can be taken away any more, and nothing else begun. */
        public boolean isOccupying() {
            return OCCUPYING.contains(this);
        }

        /** Somebody may set out for it, or go on with it. */
        public boolean mayBegin() {
            return this == ASSIGNED || this == ACCEPTED || this == PAUSED;
        }

        /** Nobody has set out: the visit may be moved, given to others or taken away. */
        public boolean isReplaceable() {
            return REPLACEABLE.contains(this);
        }

        /** Work has begun and is not over; also what was sent back. */
        boolean isUnderWay() {
            return this == IN_PROGRESS || this == PAUSED;
        }

        public boolean isOver() {
            return OVER.contains(this);
        }
    }

    /**
     * TURN_BACK: nobody is on the way any more, and who was still has it. ABORT: this visit will not be, as nobody is there
     * or nobody gets there. STOP ends a visit to a job that was called off.
     * HAND_OVER is the office's, SEND_BACK the reviewer's, REASSIGN and CANCEL follow from dispatch's events; the others are
     * a technician's.
     */
    public enum Command {
        ACCEPT,
        REJECT,
        TRAVEL,
        ARRIVE,
        START,
        PAUSE,
        RESUME,
        COMPLETE,
        COMPLETE_PARTLY,
        GIVE_UP,
        HAND_OVER,
        TURN_BACK,
        ABORT,
        STOP,
        SEND_BACK,
        REASSIGN,
        CANCEL;

        /** Something that somebody does on the way or on site, and says when. */
        boolean isOnSite() {
            return switch (this) {
                case TRAVEL, ARRIVE, START, PAUSE, RESUME, COMPLETE, COMPLETE_PARTLY, GIVE_UP, TURN_BACK, ABORT, STOP ->
                    true;
                case ACCEPT, REJECT, HAND_OVER, SEND_BACK, REASSIGN, CANCEL -> false;
            };
        }

        /** Something after which people do something else, or nothing more. */
        boolean isTimed() {
            return isOnSite() || this == HAND_OVER;
        }

        /** Whoever says this has begun to work on the machine. */
        public boolean isWork() {
            return switch (this) {
                case START, PAUSE, RESUME, COMPLETE, COMPLETE_PARTLY, GIVE_UP -> true;
                case ACCEPT, REJECT, TRAVEL, ARRIVE, HAND_OVER, TURN_BACK, ABORT, STOP, SEND_BACK, REASSIGN, CANCEL ->
                    false;
            };
        }

        /** Of any way by which somebody comes round to where they were, and takes the same steps again, one is of these. */
        public boolean comesRound() {
            return this == PAUSE || this == TURN_BACK;
        }

        /** Whoever says this is not at it any more. */
        boolean leaves() {
            return switch (this) {
                case COMPLETE, COMPLETE_PARTLY, GIVE_UP, HAND_OVER, TURN_BACK, ABORT, STOP -> true;
                case ACCEPT, REJECT, TRAVEL, ARRIVE, START, PAUSE, RESUME, SEND_BACK, REASSIGN, CANCEL -> false;
            };
        }

        /** As it stands in the URL; the outcomes of a visit share one. */
        public String word() {
            return switch (this) {
                case COMPLETE_PARTLY, GIVE_UP -> COMPLETE.word();
                case ACCEPT,
                        REJECT,
                        TRAVEL,
                        ARRIVE,
                        START,
                        PAUSE,
                        RESUME,
                        COMPLETE,
                        HAND_OVER,
                        TURN_BACK,
                        ABORT,
                        STOP,
                        SEND_BACK,
                        REASSIGN,
                        CANCEL -> name().toLowerCase(Locale.ROOT).replace('_', '-');
            };
        }
    }

    public static final Lifecycle<State, Command> TABLE = Lifecycle.of("visit", State.class, Command.class)
            .row(ASSIGNED, ACCEPT, ACCEPTED)
            .row(ASSIGNED, REJECT, REJECTED)
            .row(ASSIGNED, TRAVEL, TRAVELLING)
            .row(ASSIGNED, ARRIVE, ON_SITE)
            .row(ASSIGNED, START, IN_PROGRESS)
            .row(ASSIGNED, CANCEL, CANCELLED)
            .row(ACCEPTED, REJECT, REJECTED)
            .row(ACCEPTED, TRAVEL, TRAVELLING)
            .row(ACCEPTED, ARRIVE, ON_SITE)
            .row(ACCEPTED, START, IN_PROGRESS)
            .row(ACCEPTED, REASSIGN, ASSIGNED)
            .row(ACCEPTED, CANCEL, CANCELLED)
            .row(REJECTED, REASSIGN, ASSIGNED)
            .row(REJECTED, CANCEL, CANCELLED)
            .row(TRAVELLING, ARRIVE, ON_SITE)
            .row(TRAVELLING, START, IN_PROGRESS)
            .row(TRAVELLING, HAND_OVER, PARTIALLY_COMPLETED)
            .row(TRAVELLING, TURN_BACK, ACCEPTED)
            .row(TRAVELLING, ABORT, CANNOT_COMPLETE)
            .row(TRAVELLING, STOP, CANNOT_COMPLETE)
            .row(ON_SITE, START, IN_PROGRESS)
            .row(ON_SITE, HAND_OVER, PARTIALLY_COMPLETED)
            .row(ON_SITE, TURN_BACK, ACCEPTED)
            .row(ON_SITE, ABORT, CANNOT_COMPLETE)
            .row(ON_SITE, STOP, CANNOT_COMPLETE)
            .row(IN_PROGRESS, PAUSE, PAUSED)
            .row(IN_PROGRESS, COMPLETE, COMPLETED)
            .row(IN_PROGRESS, COMPLETE_PARTLY, PARTIALLY_COMPLETED)
            .row(IN_PROGRESS, GIVE_UP, CANNOT_COMPLETE)
            .row(IN_PROGRESS, HAND_OVER, PARTIALLY_COMPLETED)
            .row(IN_PROGRESS, STOP, CANNOT_COMPLETE)
            .row(PAUSED, RESUME, IN_PROGRESS)
            .row(PAUSED, COMPLETE, COMPLETED)
            .row(PAUSED, COMPLETE_PARTLY, PARTIALLY_COMPLETED)
            .row(PAUSED, GIVE_UP, CANNOT_COMPLETE)
            .row(PAUSED, HAND_OVER, PARTIALLY_COMPLETED)
            .row(PAUSED, STOP, CANNOT_COMPLETE)
            .row(COMPLETED, SEND_BACK, PAUSED)
            .row(PARTIALLY_COMPLETED, SEND_BACK, PAUSED)
            .row(CANNOT_COMPLETE, SEND_BACK, PAUSED)
            .row(CANCELLED, REASSIGN, ASSIGNED)
            .build();

    private static final Set<State> OCCUPYING = EnumSet.of(TRAVELLING, ON_SITE, IN_PROGRESS);
    private static final Set<State> REPLACEABLE = EnumSet.of(ASSIGNED, ACCEPTED, REJECTED, CANCELLED);
    static final Set<State> OVER = EnumSet.of(COMPLETED, PARTIALLY_COMPLETED, CANNOT_COMPLETE);
    private static final Set<String> NOT_IN_URLS =
            Set.of("complete-partly", "give-up", "send-back", "reassign", "cancel");
    private static final Set<String> OF_WANTED_WORK = Set.of("start", "turn-back", "abort");

    private static final Set<String> BEGINNING = Set.of("travel", "arrive", "start", "resume");

    private VisitLifecycle() {}

    /** Said as it stands in the URL: whoever does this is busy with it from then on. */
    public static boolean begins(String word) {
        return BEGINNING.contains(word);
    }

    /**
     * What somebody may do now, as it stands in the URL.
     *
     * @param isCalledOff the customer no longer wants it: nothing is begun any more, and what has begun may be stopped
     */
    public static List<String> words(State state, boolean isCalledOff) {
        if (isCalledOff && state.isReplaceable()) {
            return List.of();
        }
        return TABLE.words(state).stream()
                .filter(word -> !NOT_IN_URLS.contains(word))
                .filter(word -> isCalledOff ? !OF_WANTED_WORK.contains(word) : !word.equals("stop"))
                .toList();
    }
}
