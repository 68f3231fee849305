package dev.fieldservice.billing.billables;

import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
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

    /** Refused with 409 where nothing of it is billed, and would not be. @param invoice the draft that was voided; null if there was none */
    void requireAnother(UUID invoice) {
        if (invoice != null) {
            throw new Refusal.Conflict("draft-voided", "Its draft was voided. Reinstate that to bill it after all.")
                    .refused();
        }
        if (billsNothing()) {
            throw new Refusal.Conflict("nothing-is-billed", "Nothing of this job is billed already.").refused();
        }
    }
}
