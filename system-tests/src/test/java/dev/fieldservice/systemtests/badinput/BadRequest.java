package dev.fieldservice.systemtests.badinput;

import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Call;
import java.util.Optional;
import java.util.Set;

/**
 * A request with one thing wrong.
 *
 * @param pointer to the field at fault; empty where it is no single field's
 */
record BadRequest(String what, Call call, Set<Integer> statuses, Optional<String> pointer) {

    /** What is wrong with the answer, if anything is. */
    Optional<String> complaint(Answer answer) {
        if (!answer.isProblem()) {
            return Optional.of(what + " is answered with what is not one of our problems: " + answer);
        }
        if (!statuses.contains(answer.status())) {
            return Optional.of(what + " should be answered " + statuses + ": " + answer);
        }
        return pointer.filter(field -> !answer.pointers().contains(field))
                .map(field -> what + " should be blamed on " + field + ": " + answer);
    }
}
