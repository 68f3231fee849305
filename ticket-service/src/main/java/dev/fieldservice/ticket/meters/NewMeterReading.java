package dev.fieldservice.ticket.meters;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody has read off a machine. */
public record NewMeterReading(
        @NotNull
        @Pattern(regexp = UNIT)
        @Schema(description = "What the meter counts; a machine may have one of each", maxLength = 20, examples = "h")
        String unit,

        @NotNull MeterReading.Kind kind,

        @NotNull
        @DecimalMin("0")
        @Digits(integer = 9, fraction = 3)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                type = SchemaType.STRING,
                description = "What it shows; decimal string with up to three decimals",
                maxLength = 13,
                examples = "5212.5")
        BigDecimal reading,

        @NotNull @Schema(description = "When it was read; not before the newest reading of this meter")
        Instant readAt) {

    /** A short word. */
    public static final String UNIT = "^[A-Za-z0-9/]{1,20}$";
}
