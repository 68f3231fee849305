package dev.fieldservice.workorder.parts;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.contracts.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part that went into the customer's machine. */
@Schema(name = "UsePart")
public record UsePart(
        @NotNull UUID partId,
        @NotNull @Valid Quantity quantity,

        @Schema(
                nullable = true,
                description = "Where it was taken from, a warehouse or the own van, which it is if absent")
        UUID stockLocationId,

        @Size(min = 1, max = 100)
        @Pattern(regexp = Text.LINE)
        @Schema(nullable = true, description = "Of the piece that is in the machine now")
        String installedSerial,

        @Size(min = 1, max = 100)
        @Pattern(regexp = Text.LINE)
        @Schema(nullable = true, description = "Of the piece that came out")
        String removedSerial,

        @Schema(nullable = true, description = "The part of the piece that came out; the part that was used if absent")
        UUID removedPartId,

        @Size(min = 1, max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(
                nullable = true,
                description =
                        "Why a piece goes in that is in a machine by what was recorded: it was taken back from there",
                examples = "Preluat de la alt client, nu s-a potrivit")
        String reinstallReason,

        @Size(min = 1, max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(
                nullable = true,
                description =
                        "Why a piece comes out of a machine that is in another by what was recorded, or has come out of one: that was a"
                                + " mistake, say",
                examples = "Seria a fost trecută greșit la altă mașină")
        String removalReason,

        @Size(min = 1, max = 100)
        @Pattern(regexp = Text.LINE)
        @Schema(
                nullable = true,
                description =
                        "Of what stands in returnable containers: the number of the one out of which it came, such as a cylinder",
                examples = "CIL-0471")
        String containerNumber,

        @Schema(nullable = true, description = "By the device's clock; the server's if absent")
        Instant occurredAt) {

    /** Of the piece that came out, if one did. */
    UUID partThatCameOut() {
        return removedPartId == null ? partId : removedPartId;
    }
}
