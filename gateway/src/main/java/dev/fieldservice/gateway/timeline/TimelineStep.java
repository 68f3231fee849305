package dev.fieldservice.gateway.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One step of a service's history, as that service tells it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = {"service", "subjectType", "subjectId", "action", "occurredAt", "recordedAt"})
public record TimelineStep(
        @Schema(nullable = true, maxLength = 36) UUID id,
        @Schema(maxLength = 100) String service,

        @Schema(maxLength = 100, description = "Kind of thing that changed, for example WorkOrder")
        String subjectType,

        UUID subjectId,

        @Schema(maxLength = 100, description = "Command or remark, for example START")
        String action,

        @Schema(nullable = true, maxLength = 100) String fromState,

        @Schema(nullable = true, maxLength = 100) String toState,

        @Schema(
                nullable = true,
                maxLength = 36,
                description = "Token subject; all zeros when a service acted because of an event")
        UUID actorId,

        @Schema(nullable = true, maxLength = 1000) String actorName,

        @Schema(description = "When it happened on the device")
        Instant occurredAt,

        @Schema(description = "When the service recorded it; the order of the timeline")
        Instant recordedAt,

        @Schema(
                nullable = true,
                maxLength = LONGEST_REASON,
                description = "A longer one is cut and ends in …; the history of what changed has it as a whole")
        String reason) {

    private static final int LONGEST_REASON = 500;

    /** So that a timeline of many long comments can still be held as a whole. */
    TimelineStep shortened() {
        if (reason == null || reason.codePointCount(0, reason.length()) <= LONGEST_REASON) {
            return this;
        }
        return new TimelineStep(
                id,
                service,
                subjectType,
                subjectId,
                action,
                fromState,
                toState,
                actorId,
                actorName,
                occurredAt,
                recordedAt,
                reason.substring(0, reason.offsetByCodePoints(0, LONGEST_REASON - 1)) + "…");
    }
}
