package dev.fieldservice.inventory.purchases;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.contracts.UnitPrice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of an order on one delivery note. */
@Schema(name = "ReceivedGoods")
public record ReceivedGoods(
        @NotBlank
        @Size(max = 100)
        @Pattern(regexp = Text.LINE)
        @Schema(description = "Of one note of a supplier a part is received once", examples = "AV 4471")
        String deliveryNote,

        @Size(min = 1, max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(nullable = true, description = "Why something is received from the same delivery note again")
        String repeatReason,

        @Size(min = 1, max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(nullable = true, description = "Why more is taken than was ordered")
        String overDeliveryReason,

        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid Line> lines) {

    /** So much of a line. */
    @Schema(name = "ReceivedLine")
    public record Line(
            @NotNull @Schema(description = "Line of the order")
            UUID lineId,

            @NotNull @Valid @Schema(description = "In the part's unit, or in another in which it is handled")
            Quantity quantity,

            @Schema(
                    nullable = true,
                    description =
                            "Of one of the part's own unit, without tax, in the order's currency, where it is not as ordered")
            UnitPrice unitPrice,

            @Size(max = 40)
            @Schema(
                    nullable = true,
                    description =
                            "Of a serialised part: the serial number of each piece, and of nothing else; more pieces come as"
                                    + " another receipt of the note")
            List<@NotBlank @Size(max = 100) @Pattern(regexp = Text.LINE) String> serials) {

        Line of(Quantity counted) {
            return new Line(lineId, counted, unitPrice, serials);
        }
    }

    /** The same, of so much of each line. */
    ReceivedGoods of(List<Line> counted) {
        return new ReceivedGoods(deliveryNote, repeatReason, overDeliveryReason, counted);
    }

    /** For the history. */
    String words() {
        return deliveryNote + (overDeliveryReason == null ? "" : ": " + overDeliveryReason);
    }
}
