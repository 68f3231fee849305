package dev.fieldservice.inventory.stock;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A quantity that may be nothing, or less than nothing. */
@Schema(description = "How much of something; negative where more was used than was known to be there")
public record StockAmount(
        @Schema(
                description = "Decimal string with three decimals",
                type = SchemaType.STRING,
                maxLength = 20,
                examples = "-2.000")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal amount,

        @Schema(description = "Unit code of UN/ECE Recommendation 20", examples = "EA")
        String unit) {}
