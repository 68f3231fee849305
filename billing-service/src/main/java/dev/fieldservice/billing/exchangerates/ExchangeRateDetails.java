package dev.fieldservice.billing.exchangerates;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the accountant enters of a rate of the National Bank. */
public record ExchangeRateDetails(
        @NotNull
        @Size(min = 3, max = 3)
        @Pattern(regexp = "^[A-Z]{3}$")
        @Schema(description = "ISO 4217, not RON", examples = "EUR")
        String currency,

        @NotNull @Schema(description = "On which the bank told it", examples = "2026-03-02")
        LocalDate day,

        @NotNull
        @DecimalMin("0.000001")
        @DecimalMax("10000")
        @Digits(integer = 5, fraction = 6)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description =
                        "Lei for one unit, as a decimal string with up to six decimals; what the bank tells for 100 is divided",
                type = SchemaType.STRING,
                maxLength = 12,
                examples = "5.0921")
        BigDecimal lei) {}
