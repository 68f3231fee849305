package dev.fieldservice.inventory.replenishment;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much of a part shall be at a place, in the unit in which the part is counted. */
@Schema(name = "StockLimitDetails")
public record StockLimitDetails(
        @NotNull @Schema(description = "The van, or another place that is filled up")
        UUID locationId,

        @NotNull UUID partId,

        @NotNull @Schema(description = "Where it is filled up from")
        UUID fromLocationId,

        @NotNull
        @DecimalMin("0")
        @DecimalMax("999999.999")
        @Digits(integer = 6, fraction = 3)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description = "Below it the place is filled up; decimal string, 0 for never",
                type = SchemaType.STRING,
                maxLength = 10,
                examples = "2.000")
        BigDecimal minimum,

        @NotNull
        @DecimalMin("0")
        @DecimalMax("999999.999")
        @Digits(integer = 6, fraction = 3)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description = "To which it is filled up; decimal string",
                type = SchemaType.STRING,
                maxLength = 10,
                examples = "5.000")
        BigDecimal maximum) {}
