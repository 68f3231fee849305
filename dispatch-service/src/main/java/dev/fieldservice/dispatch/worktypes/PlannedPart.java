package dev.fieldservice.dispatch.worktypes;

import dev.fieldservice.contracts.Quantity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part to take along. */
@Schema(description = "A part to take along")
public record PlannedPart(
        @NotNull UUID partId, @NotNull @Valid Quantity quantity) {}
