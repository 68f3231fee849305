package dev.fieldservice.billing.billables;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person decides about a closed job that waits for one, and why. */
public record Settlement(
        @NotBlank @Size(max = 1000) @Pattern(regexp = Text.LINES) @Schema(description = "Stays in the history")
        String reason,

        @Schema(
                nullable = true,
                description = "Bill nothing, whatever was reported; without it what was reported is billed")
        Boolean nothingToBill) {

    boolean billsNothing() {
        return Boolean.TRUE.equals(nothingToBill);
    }
}
