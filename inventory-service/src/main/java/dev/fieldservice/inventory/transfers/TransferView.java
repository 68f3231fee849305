package dev.fieldservice.inventory.transfers;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.inventory.stock.StockAmount;
import dev.fieldservice.inventory.transfers.TransferLifecycle.State;
import dev.fieldservice.platform.offers.Offers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "StockTransfer")
public record TransferView(
        UUID id,
        State state,

        @Offers("/v1/stock-transfers/{id}")
        @Schema(description = "The commands that the caller may give now, as they stand in the URL")
        List<String> allowedCommands,

        UUID fromLocationId,
        @Schema(nullable = true) String fromLocationName,
        UUID toLocationId,
        @Schema(nullable = true) String toLocationName,
        @Schema(nullable = true) String remark,

        @Schema(nullable = true, description = "The evening on which it was proposed; requesting it accepts it")
        LocalDate proposedOn,

        Instant createdAt,
        Instant changedAt,
        List<Line> lines) {

    /** A transfer as it stands in a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StockTransferSummary")
    public record Summary(
            UUID id,
            State state,
            UUID fromLocationId,
            @Schema(nullable = true) String fromLocationName,
            UUID toLocationId,
            @Schema(nullable = true) String toLocationName,
            @Schema(nullable = true) LocalDate proposedOn,
            Instant createdAt,
            Instant changedAt) {

        static Summary of(StockTransfer t) {
            return new Summary(
                    t.id(),
                    t.state,
                    t.fromLocationId,
                    t.fromName,
                    t.toLocationId,
                    t.toName,
                    t.proposedOn,
                    t.createdAt,
                    t.changedAt);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StockTransferLine")
    public record Line(
            @Schema(description = "Its number in the transfer")
            int line,

            UUID partId,
            @Schema(nullable = true) String partNumber,
            @Schema(nullable = true) String partName,
            @Schema(description = "What was asked for") StockAmount requested,

            @Schema(description = "What has left the shelf") StockAmount picked,

            @Schema(description = "What has arrived") StockAmount received,

            @Schema(description = "What has left and will not arrive")
            StockAmount lost,

            @Schema(description = "What has left and is expected yet")
            StockAmount underWay,

            List<String> pickedSerials,
            List<String> receivedSerials) {

        static Line of(TransferLine l) {
            return new Line(
                    l.line,
                    l.partId,
                    l.partNumber,
                    l.partName,
                    new StockAmount(l.requested, l.unit),
                    new StockAmount(l.picked, l.unit),
                    new StockAmount(l.received, l.unit),
                    new StockAmount(l.lost, l.unit),
                    new StockAmount(l.underWay(), l.unit),
                    List.of(l.pickedSerials),
                    List.of(l.receivedSerials));
        }
    }

    static TransferView of(StockTransfer t) {
        return new TransferView(
                t.id(),
                t.state,
                TransferLifecycle.TABLE.words(t.state),
                t.fromLocationId,
                t.fromName,
                t.toLocationId,
                t.toName,
                t.remark,
                t.proposedOn,
                t.createdAt,
                t.changedAt,
                t.lines.stream().map(Line::of).toList());
    }
}
