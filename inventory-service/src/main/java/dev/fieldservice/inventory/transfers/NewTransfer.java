package dev.fieldservice.inventory.transfers;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.contracts.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be moved from one place to another. */
@Schema(name = "NewStockTransfer")
public record NewTransfer(
        @NotNull UUID fromLocationId,
        @NotNull UUID toLocationId,

        @Size(min = 1, max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(nullable = true, description = "For whoever picks", examples = "Pentru lucrarea de mâine")
        String remark,

        @NotEmpty @Size(max = 100) List<@NotNull @Valid Wanted> lines) {

    /** A part, and how much of it. */
    @Schema(name = "WantedPart")
    public record Wanted(
            @Schema(nullable = true, description = "Absent where a code names it")
            UUID partId,

            @Size(min = 1, max = 100)
            @Pattern(regexp = Text.LINE)
            @Schema(
                    nullable = true,
                    description =
                            "Names the part in place of partId: its number, its barcode (GTIN), or the serial number of a piece of it")
            String code,

            @NotNull @Valid @Schema(description = "In the part's unit, or in another in which it is handled")
            Quantity quantity) {}
}
