package dev.fieldservice.inventory.pieces;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The serial number that somebody found on a piece in stock. */
@Schema(name = "NewPiece")
public record PieceDetails(
        @NotNull UUID partId,
        @NotNull UUID locationId,

        @NotBlank @Size(max = 100) @Pattern(regexp = Text.LINE) @Schema(examples = "TXV-2026-0117")
        String serial,

        @Size(min = 1, max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(
                nullable = true,
                description =
                        "Why a piece is in stock that is in a customer's machine by what was recorded: it was taken back")
        String returnReason) {}
