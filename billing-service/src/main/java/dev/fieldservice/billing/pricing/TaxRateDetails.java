package dev.fieldservice.billing.pricing;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the accountant enters about a tax rate. */
public record TaxRateDetails(
        @NotNull @Schema(description = "UNCL 5305: S standard or reduced, Z zero rated, E exempt, AE reverse charge …")
        TaxCategory category,

        @Schema(nullable = true, description = "Which rate of category S; STANDARD if absent")
        TaxLevel level,

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

        @NotNull @Schema(description = "First day of work that is taxed so", examples = "2026-03-01")
        LocalDate validFrom) {}
