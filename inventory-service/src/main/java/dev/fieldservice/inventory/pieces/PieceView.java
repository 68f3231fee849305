package dev.fieldservice.inventory.pieces;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Piece")
public record PieceView(
        UUID id,
        UUID partId,
        @Schema(nullable = true) String partNumber,
        @Schema(nullable = true) String partName,
        String serial,
        PieceState state,

        @Schema(nullable = true, description = "Where it is in stock")
        UUID locationId,

        @Schema(nullable = true) String locationName,

        @Schema(nullable = true, description = "The job that installed it where it is now")
        UUID orderId,

        @Schema(nullable = true) UUID ticketId,

        @Schema(nullable = true, description = "What becomes of it, since it came out of a machine")
        Disposition disposition,

        @Schema(nullable = true) String disposedBecause,
        Instant changedAt) {

    static PieceView of(Piece p) {
        return new PieceView(
                p.id(),
                p.partId,
                p.partNumber,
                p.partName,
                p.serial,
                p.state,
                p.locationId,
                p.locationId == null ? null : p.locationName(),
                p.orderId,
                p.ticketId,
                p.disposition,
                p.disposedBecause,
                p.changedAt);
    }
}
