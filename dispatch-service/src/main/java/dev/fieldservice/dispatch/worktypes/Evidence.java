package dev.fieldservice.dispatch.worktypes;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Photos that have to be there before the job is complete. */
@Schema(description = "Photos that have to be there before the job is complete")
public record Evidence(
        @NotNull PhotoKind kind,

        @NotNull @Min(1) @Max(20) @Schema(description = "At least so many")
        Integer count) {}
