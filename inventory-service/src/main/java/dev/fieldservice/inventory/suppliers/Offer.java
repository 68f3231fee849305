package dev.fieldservice.inventory.suppliers;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.contracts.UnitPrice;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the buyer enters of how a supplier sells a part. */
@Schema(name = "SupplierPartDetails")
public record Offer(
        @NotNull UUID supplierId,
        @NotNull UUID partId,

        @NotBlank
        @Size(max = 40)
        @Pattern(regexp = Text.LINE)
        @Schema(description = "The supplier's own number of the part", examples = "FT-449-10")
        String supplierNumber,

        @NotNull
        @DecimalMin("0.001")
        @DecimalMax("1000000")
        @Digits(integer = 7, fraction = 3)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description =
                        "How much is in one pack, in the part's unit: it is bought by whole packs; decimal string",
                type = SchemaType.STRING,
                maxLength = 11,
                examples = "10.000")
        BigDecimal packSize,

        @NotNull @Schema(description = "Of one unit of the part, without tax, in the supplier's currency")
        UnitPrice unitPrice,

        @NotNull @Min(0) @Max(365) @Schema(description = "Days from order to delivery", examples = "3")
        Integer leadTimeDays,

        @NotNull @Schema(description = "Proposals buy the part of this supplier; of each part there is one such")
        Boolean preferred,

        @NotNull @Schema(description = "False: not sold any more")
        Boolean offered) {}
