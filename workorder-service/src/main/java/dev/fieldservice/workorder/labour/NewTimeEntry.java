package dev.fieldservice.workorder.labour;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Time that somebody of the crew spent. */
@Schema(name = "NewTimeEntry")
public record NewTimeEntry(
        @NotNull TimeEntry.Kind kind,

        @Schema(nullable = true, description = "Somebody who was there with the caller; the caller if absent")
        UUID technicianId,

        @NotNull Instant startedAt,

        @NotNull @Schema(description = "At most 24 hours later")
        Instant endedAt) {}
