package dev.fieldservice.gateway.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One step of a service's history, as that service tells it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimelineStep(
        @Schema(nullable = true) UUID id,
        String service,

        @Schema(description = "Kind of thing that changed, for example WorkOrder")
        String subjectType,

        UUID subjectId,

        @Schema(description = "Command or remark, for example START")
        String action,

        @Schema(nullable = true) String fromState,
        @Schema(nullable = true) String toState,

        @Schema(nullable = true, description = "Token subject; all zeros when a service acted because of an event")
        UUID actorId,

        @Schema(nullable = true) String actorName,

        @Schema(description = "When it happened on the device")
        Instant occurredAt,

        @Schema(description = "When the service recorded it; the order of the timeline")
        Instant recordedAt,

        @Schema(nullable = true) String reason,

        @Schema(nullable = true, description = "More about the step, in the service's own form")
        JsonNode detail) {}
