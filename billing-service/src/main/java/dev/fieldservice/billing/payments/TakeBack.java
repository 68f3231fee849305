package dev.fieldservice.billing.payments;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a payment does not count, and since when. */
public record TakeBack(
        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(description = "Why, for those who read the history", examples = "The cheque was not honoured")
        String reason,

        @Schema(
                nullable = true,
                description =
                        "From this day on it does not count; not before it came, not after today, which it is if left out",
                examples = "2026-03-20")
        LocalDate on) {}
