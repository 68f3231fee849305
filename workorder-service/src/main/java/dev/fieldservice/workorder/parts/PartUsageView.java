package dev.fieldservice.workorder.parts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Quantity;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PartUsage")
public record PartUsageView(
        UUID id,
        PartUsage.State state,
        UUID partId,
        String partNumber,
        String partName,
        Quantity quantity,
        UUID stockLocationId,
        @Schema(nullable = true) String installedSerial,
        @Schema(nullable = true) String removedSerial,

        @Schema(nullable = true, description = "The part of the piece that came out")
        UUID removedPartId,

        @Schema(nullable = true) String removedPartNumber,
        @Schema(nullable = true) String removedPartName,

        @Schema(nullable = true, description = "Of the container out of which it came")
        String containerNumber,

        UUID technicianId,
        String technicianName,
        @Schema(description = "By the device's clock") Instant occurredAt,
        Instant recordedAt,

        @Schema(nullable = true, description = "The usage that this entry takes back")
        UUID reversalOf,

        @Schema(
                nullable = true,
                description =
                        "Why it takes the other back, or why a piece went in that was in a machine by what was recorded")
        String reason,

        @Schema(nullable = true, description = "Why a piece came out that was in another machine by what was recorded")
        String removalReason) {

    public static PartUsageView of(PartUsage u) {
        return new PartUsageView(
                u.id(),
                u.state,
                u.partId,
                u.partNumber,
                u.partName,
                u.quantity(),
                u.stockLocationId,
                u.installedSerial,
                u.removedSerial,
                u.removedPartId,
                u.removedPartNumber,
                u.removedPartName,
                u.containerNumber,
                u.technicianId,
                u.technicianName,
                u.occurredAt,
                u.recordedAt(),
                u.reversalOf,
                u.reason,
                u.removalReason);
    }
}
