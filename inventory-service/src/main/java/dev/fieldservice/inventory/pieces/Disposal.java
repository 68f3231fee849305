package dev.fieldservice.inventory.pieces;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the store says that becomes of a removed piece. */
public record Disposal(
        @NotNull Disposition disposition,

        @Size(min = 1, max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(nullable = true, description = "Why; it stands in the history of the piece")
        String reason) {}
