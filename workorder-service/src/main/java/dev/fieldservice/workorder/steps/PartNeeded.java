package dev.fieldservice.workorder.steps;

import dev.fieldservice.contracts.Quantity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part that the next visit needs. */
@Schema(name = "PartNeeded")
public record PartNeeded(
        @NotNull UUID partId, @NotNull @Valid Quantity quantity) {}
