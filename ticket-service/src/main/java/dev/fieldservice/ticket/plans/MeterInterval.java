package dev.fieldservice.ticket.plans;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.fieldservice.ticket.meters.NewMeterReading;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much a machine runs between two services. */
@Schema(name = "MeterInterval")
public record MeterInterval(
        @NotNull
        @Pattern(regexp = NewMeterReading.UNIT)
        @Schema(description = "What the meter counts", maxLength = 20, examples = "h")
        String unit,

        @NotNull
        @DecimalMin(value = "0", inclusive = false)
        @Digits(integer = 9, fraction = 3)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                type = SchemaType.STRING,
                description = "Counted from the reading that was the newest when the plan was made; decimal string",
                maxLength = 13,
                examples = "500")
        BigDecimal every) {}
