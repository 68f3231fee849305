package dev.fieldservice.workorder.labour;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Time that somebody of the crew spent. */
@Schema(name = "NewTimeEntry")
public record NewTimeEntry(
        @NotNull TimeEntry.Kind kind,

        @Schema(nullable = true, description = "Somebody who was there with the caller; the caller if absent")
        UUID technicianId,

        @NotNull Instant startedAt,

        @NotNull @Schema(description = "At most 24 hours later")
        Instant endedAt,

        @DecimalMin("0.1")
        @DecimalMax("2000")
        @Digits(integer = 4, fraction = 1)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                type = SchemaType.STRING,
                nullable = true,
                description =
                        "Of TRAVEL, as the driver read it; who goes along records none. Decimal string with up to one decimal",
                maxLength = 6,
                examples = "12.5")
        BigDecimal kilometres) {}
