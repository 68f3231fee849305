package dev.fieldservice.inventory.purchases;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** On which other day the rest of an order is expected. */
@Schema(name = "Rescheduling")
public record Rescheduling(
        @NotNull @Schema(description = "Not before today", examples = "2026-12-11")
        LocalDate expectedOn,

        @NotBlank
        @Size(max = 500)
        @Pattern(regexp = Text.LINE)
        @Schema(examples = "Confirmed by the supplier on the phone")
        String reason) {}
