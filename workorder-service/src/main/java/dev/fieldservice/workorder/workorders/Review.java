package dev.fieldservice.workorder.workorders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.platform.aggregates.By;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the supervisor's review stands, and what was said. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Review")
public record Review(
        State state,

        @Schema(nullable = true, description = "What is missing, or a remark to the approval")
        String remark,

        @Schema(nullable = true) UUID reviewerId,
        @Schema(nullable = true) String reviewerName,
        @Schema(nullable = true) Instant reviewedAt) {

    @Schema(name = "ReviewState")
    public enum State {
        NOT_REQUIRED,
        PENDING,
        NEEDS_INFORMATION,
        APPROVED
    }

    /** Nothing is done yet that could be reviewed. */
    public static Review none() {
        return new Review(State.NOT_REQUIRED, null, null, null, null);
    }

    public static Review pending() {
        return new Review(State.PENDING, null, null, null, null);
    }

    public static Review sentBack(String reason, By by) {
        return new Review(State.NEEDS_INFORMATION, reason, by.id(), by.caller().name(), by.at());
    }

    public static Review approved(String remark, By by) {
        return new Review(State.APPROVED, remark, by.id(), by.caller().name(), by.at());
    }
}
