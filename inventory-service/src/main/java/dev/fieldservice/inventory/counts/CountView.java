package dev.fieldservice.inventory.counts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.inventory.counts.CountLifecycle.State;
import dev.fieldservice.inventory.stock.StockAmount;
import dev.fieldservice.platform.offers.Offers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "StockCount")
public record CountView(
        UUID id,
        State state,

        @Offers("/v1/stock-counts/{id}")
        @Schema(description = "The commands that the caller may give now, as they stand in the URL")
        List<String> allowedCommands,

        UUID locationId,
        @Schema(nullable = true) String locationName,
        Instant createdAt,
        Instant changedAt,
        @Schema(nullable = true) String approvedBy,

        @Schema(nullable = true, description = "Why the ledger was adjusted")
        String reason,

        List<Line> lines) {

    /** A count as it stands in a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StockCountSummary")
    public record Summary(
            UUID id,
            State state,
            UUID locationId,
            @Schema(nullable = true) String locationName,
            Instant createdAt,
            Instant changedAt) {

        static Summary of(StockCount c) {
            return new Summary(c.id(), c.state, c.locationId, c.locationName, c.createdAt, c.changedAt);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StockCountLine")
    public record Line(
            UUID partId,
            @Schema(nullable = true) String partNumber,
            @Schema(nullable = true) String partName,

            @Schema(nullable = true, description = "Absent until somebody has counted")
            StockAmount counted,

            @Schema(nullable = true) Instant countedAt,

            @Schema(
                    nullable = true,
                    description =
                            "What the ledger had at that moment, by what is known now; what was counted, where a later"
                                    + " count of it is approved; absent while it is counted")
            StockAmount expected,

            @Schema(nullable = true, description = "By so much the ledger is adjusted; absent while it is counted")
            StockAmount difference,

            List<String> serials) {

        static Line of(CountLine l, boolean isCompared) {
            return new Line(
                    l.partId,
                    l.partNumber,
                    l.partName,
                    l.counted == null ? null : new StockAmount(l.counted, l.unit),
                    l.countedAt,
                    isCompared ? new StockAmount(l.expected, l.unit) : null,
                    isCompared ? new StockAmount(l.difference(), l.unit) : null,
                    List.of(l.serials));
        }
    }

    static CountView of(StockCount c) {
        return new CountView(
                c.id(),
                c.state,
                CountLifecycle.TABLE.words(c.state),
                c.locationId,
                c.locationName,
                c.createdAt,
                c.changedAt,
                c.approvedBy,
                c.reason,
                c.lines.stream().map(line -> Line.of(line, c.isCompared())).toList());
    }
}
