package dev.fieldservice.workorder.steps;

import dev.fieldservice.workorder.visits.LeftOver;
import dev.fieldservice.workorder.visits.VisitLifecycle.Command;
import java.time.Instant;

/**
 * What a technician's phone says of a step, whenever it does.
 *
 * @param said null if there is nothing to add
 * @param left to whoever goes next
 */
record Tap(Command command, MoveRequest move, String said, LeftOver left) {

    private Tap(Command command, MoveRequest move, String said) {
        this(command, move, said, LeftOver.NOTHING);
    }

    /** One whose time the phone does not say: it is now. */
    static Tap now(Command command) {
        return moving(command, null);
    }

    /** @param move null if there was no body */
    static Tap moving(Command command, MoveRequest move) {
        return new Tap(command, MoveRequest.of(move), null);
    }

    static Tap breakingOff(Command command, Interruption why) {
        return new Tap(command, why.move(), why.reason());
    }

    static Tap of(Completion completion, LeftOver left) {
        MoveRequest move = new MoveRequest(null, completion.occurredAt());
        return new Tap(completion.outcome().command(), move, completion.remark(), left);
    }

    static Tap of(Stop stop) {
        return new Tap(Command.STOP, new MoveRequest(null, stop.occurredAt()), stop.remark());
    }

    Instant occurredAt() {
        return move.occurredAt();
    }
}
