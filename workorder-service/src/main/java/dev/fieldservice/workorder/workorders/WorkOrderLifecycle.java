package dev.fieldservice.workorder.workorders;

import static dev.fieldservice.workorder.workorders.WorkOrderLifecycle.Command.*;
import static dev.fieldservice.workorder.workorders.WorkOrderLifecycle.State.*;

import dev.fieldservice.platform.aggregates.Lifecycle;
import dev.fieldservice.workorder.visits.VisitLifecycle;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state machine of a work order. COMPLETED is the technician's word, CLOSED the reviewer's: only then is it billed. */
public final class WorkOrderLifecycle {

    /**
     * PAUSED: to be gone on with, and nobody works on it now. CANCELLED: taken away before anything was done; a newer
     * assignment brings it back.
     */
    @Schema(name = "WorkOrderState")
    public enum State {
        ASSIGNED,
        IN_PROGRESS,
        PAUSED,
        COMPLETED,
        CLOSED,
        CANCELLED
    }

    /**
     * REASSIGN, CANCEL and WITHDRAW_FOLLOW_UP follow from dispatch's events, RETURN and WITHDRAW_RETURN from finance's, CLOSE from
     * a rule by which nobody needs to look at it; the others are a person's. What an earlier visit has done is still to be reviewed and billed when the follow-up is taken
     * back.
     */
    public enum Command {
        START,
        PAUSE,
        RESUME,
        COMPLETE,
        HAND_OVER,
        ABORT,
        STOP,
        SEND_BACK,
        APPROVE,
        CLOSE,
        REASSIGN,
        CANCEL,
        WITHDRAW_FOLLOW_UP,
        /** Finance sends it back. */
        RETURN,
        /** Finance takes that back, and nobody has touched it. */
        WITHDRAW_RETURN
    }

    public static final Lifecycle<State, Command> TABLE = Lifecycle.of("work order", State.class, Command.class)
            .row(ASSIGNED, START, IN_PROGRESS)
            .row(ASSIGNED, HAND_OVER, COMPLETED)
            .row(ASSIGNED, ABORT, COMPLETED)
            .row(ASSIGNED, STOP, COMPLETED)
            .row(ASSIGNED, CANCEL, CANCELLED)
            .row(ASSIGNED, WITHDRAW_FOLLOW_UP, COMPLETED)
            .row(IN_PROGRESS, PAUSE, PAUSED)
            .row(IN_PROGRESS, COMPLETE, COMPLETED)
            .row(IN_PROGRESS, HAND_OVER, COMPLETED)
            .row(IN_PROGRESS, STOP, COMPLETED)
            .row(PAUSED, RESUME, IN_PROGRESS)
            .row(PAUSED, COMPLETE, COMPLETED)
            .row(PAUSED, HAND_OVER, COMPLETED)
            .row(PAUSED, STOP, COMPLETED)
            .row(COMPLETED, SEND_BACK, PAUSED)
            .row(COMPLETED, APPROVE, CLOSED)
            .row(COMPLETED, CLOSE, CLOSED)
            .row(COMPLETED, REASSIGN, ASSIGNED)
            .row(COMPLETED, WITHDRAW_RETURN, CLOSED)
            .row(CLOSED, RETURN, COMPLETED)
            .row(CANCELLED, REASSIGN, ASSIGNED)
            .build();

    private WorkOrderLifecycle() {}

    /** What a step of the visit does to the work order. */
    public static Optional<Command> after(VisitLifecycle.Command step) {
        return switch (step) {
            case ACCEPT, REJECT, TRAVEL, ARRIVE, TURN_BACK, REASSIGN, CANCEL -> Optional.empty();
            case START -> Optional.of(START);
            case PAUSE -> Optional.of(PAUSE);
            case RESUME -> Optional.of(RESUME);
            case COMPLETE, COMPLETE_PARTLY, GIVE_UP -> Optional.of(COMPLETE);
            case HAND_OVER -> Optional.of(HAND_OVER);
            case ABORT -> Optional.of(ABORT);
            case STOP -> Optional.of(STOP);
            case SEND_BACK -> Optional.of(SEND_BACK);
        };
    }

    /** What somebody may do now, as it stands in the URL: while work goes on that is for the visit to say. */
    static List<String> words(State state, VisitLifecycle.State visit, boolean isCalledOff) {
        return switch (state) {
            case COMPLETED -> List.of("send-back", "approve");
            case CLOSED, CANCELLED -> List.of();
            case ASSIGNED, IN_PROGRESS, PAUSED -> VisitLifecycle.words(visit, isCalledOff);
        };
    }
}
