package dev.fieldservice.inventory.reservations;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.inventory.stock.StockAmount;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "PartReservation",
        description = "What an order needs of a part: planned = used + fromVan + toPick + missing")
public record PartReservationView(
        UUID id,
        UUID orderId,
        UUID ticketId,
        UUID partId,
        @Schema(nullable = true) String partNumber,
        @Schema(nullable = true) String partName,

        @Schema(nullable = true, description = "Of a superseded part: which is bought and taken in its place")
        UUID currentPartId,

        @Schema(description = "To be taken along") StockAmount planned,
        @Schema(description = "Used on this visit") StockAmount used,

        @Schema(description = "Reserved in the van of whoever leads the visit")
        StockAmount fromVan,

        @Schema(description = "Reserved in a warehouse, or on its way to the van")
        StockAmount toPick,

        @Schema(description = "Nowhere") StockAmount missing,

        @Schema(
                nullable = true,
                description = "Where some is missing: parts that do in its place, best first",
                maxItems = 20)
        List<UUID> substituteIds,

        @Schema(
                nullable = true,
                description =
                        "Where some is missing: who has to get it, the person who answers for the van or the role storekeeper")
        String owner,

        @Schema(nullable = true, description = "Where some is missing: since when")
        Instant missingSince,

        @Schema(nullable = true, description = "Where some is missing: what, and what is on order of it, as it is now")
        String detail,

        @Schema(description = "Who leads the visit") UUID technicianId,

        @Schema(nullable = true, description = "The technician's van")
        UUID vanId,

        @Schema(description = "When the visit is to begin") Instant visitStart,

        @Schema(description = "When the visit was first planned; who came first is served first")
        Instant since) {

    static PartReservationView of(PartNeed n) {
        boolean isMissing = n.missing.signum() > 0;
        return new PartReservationView(
                n.id(),
                n.orderId,
                n.ticketId,
                n.partId,
                n.partNumber,
                n.partName,
                n.currentPartId,
                new StockAmount(n.planned, n.unit),
                new StockAmount(n.used, n.unit),
                new StockAmount(n.fromVan, n.unit),
                new StockAmount(n.elsewhere, n.unit),
                new StockAmount(n.missing, n.unit),
                !isMissing || n.substituteIds == null || n.substituteIds.length == 0 ? null : List.of(n.substituteIds),
                isMissing ? requireNonNullElse(n.responsible, Role.STOREKEEPER) : null,
                isMissing ? requireNonNullElse(n.missingSince, n.since) : null,
                isMissing ? n.words : null,
                n.technicianId,
                n.vanId,
                n.visitStart,
                n.since);
    }
}
