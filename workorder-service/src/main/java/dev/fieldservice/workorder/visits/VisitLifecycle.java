package dev.fieldservice.workorder.visits;

import static dev.fieldservice.workorder.visits.VisitLifecycle.Command.*;
import static dev.fieldservice.workorder.visits.VisitLifecycle.State.*;

import dev.fieldservice.platform.aggregates.Lifecycle;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one visit may go through. Accepting, travelling and arriving may be skipped: the work counts, not the taps. */
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

        /** Nobody has set out: the visit may be moved, given to others or taken away. */
        public boolean isReplaceable() {
            return REPLACEABLE.contains(this);
        }

        public boolean isOver() {
            return OVER.contains(this);
        }
    }

    /**
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
        SEND_BACK,
        REASSIGN,
        CANCEL;

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
            .row(ON_SITE, START, IN_PROGRESS)
            .row(ON_SITE, HAND_OVER, PARTIALLY_COMPLETED)
            .row(IN_PROGRESS, PAUSE, PAUSED)
            .row(IN_PROGRESS, COMPLETE, COMPLETED)
            .row(IN_PROGRESS, COMPLETE_PARTLY, PARTIALLY_COMPLETED)
            .row(IN_PROGRESS, GIVE_UP, CANNOT_COMPLETE)
            .row(IN_PROGRESS, HAND_OVER, PARTIALLY_COMPLETED)
            .row(PAUSED, RESUME, IN_PROGRESS)
            .row(PAUSED, COMPLETE, COMPLETED)
            .row(PAUSED, COMPLETE_PARTLY, PARTIALLY_COMPLETED)
            .row(PAUSED, GIVE_UP, CANNOT_COMPLETE)
            .row(PAUSED, HAND_OVER, PARTIALLY_COMPLETED)
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

    private VisitLifecycle() {}

    /** What somebody may do now, as it stands in the URL. */
    public static List<String> words(State state) {
        return TABLE.words(state).stream()
                .filter(word -> !NOT_IN_URLS.contains(word))
                .toList();
    }
}
