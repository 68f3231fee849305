package dev.fieldservice.billing.pricing;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the tax is in truth, from the same day on. */
public record TaxRateCorrection(
        @NotNull
        @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 2)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description = "Decimal string with up to two decimals",
                type = SchemaType.STRING,
                maxLength = 6,
                examples = "21.00")
        BigDecimal percent,

        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(description = "Stays to be seen with the rate")
        String reason) {}
