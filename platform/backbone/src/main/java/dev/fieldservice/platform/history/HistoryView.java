package dev.fieldservice.platform.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One step, as people read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "HistoryStep")
public record HistoryView(
        UUID id,
        String service,
        String subjectType,
        UUID subjectId,

        @Schema(description = "Command or remark, for example START")
        String action,

        @Schema(nullable = true) String fromState,
        @Schema(nullable = true) String toState,

        @Schema(description = "Token subject; all zeros when the service acted because of an event")
        UUID actorId,

        String actorName,

        @Schema(description = "When it happened on the device")
        Instant occurredAt,

        @Schema(description = "When the service recorded it")
        Instant recordedAt,

        @Schema(nullable = true) String reason) {

    static HistoryView of(String service, HistoryEntry e) {
        return new HistoryView(
                e.id,
                service,
                e.subjectType,
                e.subjectId,
                e.action,
                e.fromState,
                e.toState,
                e.actorId,
                e.actorName,
                e.occurredAt,
                e.recordedAt,
                e.reason);
    }
}
