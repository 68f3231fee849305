package dev.fieldservice.workorder.workorders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.platform.aggregates.By;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the supervisor's review stands, who is to do it, and what was said. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Review")
public record Review(
        State state,

        @Schema(nullable = true, description = "With NEEDS_INFORMATION: what keeps it from being closed")
        Shortcoming shortcoming,

        @Schema(nullable = true, description = "What is missing, or a remark to the approval")
        String remark,

        @Schema(nullable = true, description = "What the reviewer said to a signature that does not stand")
        String signatureRemark,

        @Schema(nullable = true) UUID reviewerId,
        @Schema(nullable = true) String reviewerName,
        @Schema(nullable = true) Instant reviewedAt,

        @Schema(nullable = true, description = "Since when it waits to be examined")
        Instant awaitedSince,

        @Schema(
                nullable = true,
                description = "Absent for a moment after the job was completed, and while there are no rules")
        Examination examination) {

    @Schema(name = "ReviewState")
    public enum State {
        NOT_REQUIRED,
        PENDING,
        NEEDS_INFORMATION,
        APPROVED
    }

    /** Nothing is done yet that could be reviewed. */
    public static Review none() {
        return undecided(State.NOT_REQUIRED, null, null);
    }

    /** The technician is done. Whoever had something to find fault with examines it again; else the rules say who does. */
    Review awaited(Instant since) {
        return undecided(State.PENDING, since, state == State.NEEDS_INFORMATION ? examination : null);
    }

    /** Finance found fault with what was closed: a person looks at it again, by name those who were to. */
    Review returned(Instant since) {
        return undecided(State.PENDING, since, examination == null ? null : examination.afterFault());
    }

    /** Nobody needs to look at it, or not before more is done; who was to examine it still is if that is taken back. */
    Review laidAside() {
        return undecided(State.NOT_REQUIRED, awaitedSince, examination);
    }

    /** What was to be done first will not be: it waits as before. */
    Review takenUp() {
        return undecided(State.PENDING, awaitedSince, examination);
    }

    Review by(Examination examiners) {
        return undecided(state, awaitedSince, examiners);
    }

    Review sentBack(Shortcoming lacks, String reason, By by) {
        return new Review(
                State.NEEDS_INFORMATION,
                lacks,
                reason,
                null,
                by.id(),
                by.caller().name(),
                by.at(),
                null,
                examination == null ? null : examination.afterFault());
    }

    /**
     * @param remark null if the reviewer has nothing to add
     * @param onSignature null if the signature stands
     */
    Review approved(String remark, String onSignature, By by) {
        return new Review(
                State.APPROVED,
                null,
                remark,
                onSignature,
                by.id(),
                by.caller().name(),
                by.at(),
                awaitedSince,
                examination);
    }

    private static Review undecided(State state, Instant since, Examination examiners) {
        return new Review(state, null, null, null, null, null, null, since, examiners);
    }
}
