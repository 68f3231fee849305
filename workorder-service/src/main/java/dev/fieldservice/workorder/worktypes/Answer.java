package dev.fieldservice.workorder.worktypes;

import java.time.Instant;
import java.util.UUID;

/**
 * The answer to a question that stands.
 *
 * @param words for people who read it
 * @param outOfLimits it lies outside the limits, and was taken all the same
 * @param answeredAt by the device's clock
 */
public record Answer(
        String itemCode,
        AnswerValue value,
        String words,
        boolean outOfLimits,
        UUID technicianId,
        String technicianName,
        Instant answeredAt) {

    boolean isBefore(Answer other) {
        return answeredAt.isBefore(other.answeredAt);
    }
}
