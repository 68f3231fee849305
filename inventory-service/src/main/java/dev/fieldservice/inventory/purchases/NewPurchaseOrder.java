package dev.fieldservice.inventory.purchases;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.contracts.UnitPrice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the buyer wants of a supplier. */
@Schema(name = "NewPurchaseOrder")
public record NewPurchaseOrder(
        @NotNull UUID supplierId,

        @NotNull @Schema(description = "Where it is to be delivered")
        UUID locationId,

        @DecimalMin("0.000001")
        @DecimalMax("9999999.999999")
        @Digits(integer = 7, fraction = 6)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description =
                        "How much of the company's currency one of the supplier's is, where the two are not the same: by it what comes"
                                + " has its cost; decimal string",
                type = SchemaType.STRING,
                maxLength = 14,
                nullable = true,
                examples = "4.9755")
        BigDecimal exchangeRate,

        @Size(min = 1, max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(nullable = true, description = "For the supplier to read")
        String note,

        @NotNull @Size(min = 1, max = 100) @Schema(description = "A part stands in one of them")
        List<@NotNull @Valid Line> lines) {

    /** So much of a part. */
    @Schema(name = "NewPurchaseOrderLine")
    public record Line(
            @NotNull UUID partId,

            @NotNull
            @Valid
            @Schema(
                    description =
                            "In the part's unit, or in another in which it is handled; by whole packs of the supplier")
            Quantity quantity,

            @Schema(
                    nullable = true,
                    description =
                            "Of one of the part's own unit, without tax; without it, what the supplier offers it for")
            UnitPrice unitPrice) {}
}
