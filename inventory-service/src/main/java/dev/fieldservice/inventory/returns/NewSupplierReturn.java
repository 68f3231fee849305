package dev.fieldservice.inventory.returns;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.contracts.UnitPrice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to go back to a supplier. */
@Schema(name = "NewSupplierReturn")
public record NewSupplierReturn(
        @NotNull UUID supplierId,

        @Size(min = 1, max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(nullable = true, description = "For the supplier to read", examples = "Defecte în garanție")
        String note,

        @Size(min = 1, max = 50)
        @Schema(
                nullable = true,
                description =
                        "Without them, the pieces that are to be returned (RETURN_TO_SUPPLIER) and came from this supplier: by their last"
                                + " receipt, or else because their part is bought there; up to 50 at once")
        List<@NotNull @Valid Line> lines) {

    /** A piece that came out of a machine, or so much of a receipt. */
    @Schema(name = "NewSupplierReturnLine")
    public record Line(
            @Schema(
                    nullable = true,
                    description = "A piece that came out of a machine and is to be returned; without receiptId")
            UUID pieceId,

            @Schema(nullable = true, description = "The stock receipt of which some goes back; without pieceId")
            UUID receiptId,

            @Valid
            @Schema(
                    nullable = true,
                    description =
                            "Of a receipt: how much goes back, in the part's unit or in another in which it is handled")
            Quantity quantity,

            @Size(max = 20)
            @Schema(
                    nullable = true,
                    description =
                            "Of a receipt of a serialised part: of each piece. Of more than 20 pieces there are several lines")
            List<@NotBlank @Size(max = 100) @Pattern(regexp = Text.LINE) String> serials,

            @Schema(
                    nullable = true,
                    description =
                            "What is to be credited for one of the part's own unit, without tax; without it, the price at which it was"
                                    + " bought, or is offered, or nothing")
            UnitPrice unitPrice) {

        static Line of(UUID piece) {
            return new Line(piece, null, null, null, null);
        }

        List<String> pieces() {
            return Optional.ofNullable(serials).orElse(List.of());
        }
    }
}
