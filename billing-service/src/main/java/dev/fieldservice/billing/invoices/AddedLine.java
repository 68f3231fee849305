package dev.fieldservice.billing.invoices;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.billing.pricing.TaxLevel;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.contracts.UnitPrice;
import dev.fieldservice.contracts.codes.UnitCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line that a person adds to a draft: what the report does not have. */
@Schema(name = "AddedInvoiceLine")
public record AddedLine(
        @NotNull LineKind kind,

        @NotBlank @Size(max = 500) @Pattern(regexp = Text.LINE) @Schema(examples = "Taxă de urgență")
        String description,

        @NotNull
        @DecimalMin("0.001")
        @DecimalMax("1000000")
        @Digits(integer = 7, fraction = 3)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                type = SchemaType.STRING,
                description = "Decimal string with up to three decimals",
                maxLength = 11,
                examples = "1.000")
        BigDecimal quantity,

        @NotNull
        @Size(min = 1, max = 3)
        @UnitCode
        @Pattern(regexp = "^[A-Z0-9]{1,3}$")
        @Schema(description = "Unit code of UN/ECE Recommendation 20", examples = "C62")
        String unit,

        @NotNull @Valid @Schema(description = "Of one of the unit; of 60 where the unit is MIN, a minute")
        UnitPrice unitPrice,

        @Schema(nullable = true, description = "Whose tax rate counts; the day of the invoice's job if absent")
        LocalDate performedOn,

        @Schema(nullable = true, description = "UNCL 5305, in place of what the rules say")
        TaxCategory taxCategory,

        @Schema(nullable = true, description = "Which rate of category S, with taxCategory; STANDARD if absent")
        TaxLevel taxLevel,

        @Schema(nullable = true, description = "What the invoice says of why it is not taxed; needed with E")
        @Size(min = 1, max = 200)
        @Pattern(regexp = Text.LINE)
        String exemptionReason,

        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(description = "Stays to be seen with the line")
        String reason) {

    private static final String MINUTE = "MIN";
    private static final BigDecimal MINUTES_PER_HOUR = new BigDecimal(60);

    /** It comes from no usage and no time entry. @param jobsDay the day of the invoice's job */
    Charge charge(LocalDate jobsDay) {
        return new Charge(
                kind,
                null,
                description,
                null,
                quantity,
                unit,
                unit.equals(MINUTE) ? MINUTES_PER_HOUR : BigDecimal.ONE,
                Optional.ofNullable(performedOn).orElse(jobsDay),
                null,
                LineOrigin.person());
    }

    /** What a person says of any line, and what is checked of it. */
    LineCorrection said() {
        return new LineCorrection(null, quantity, unitPrice, taxCategory, taxLevel, exemptionReason, null, reason);
    }
}
