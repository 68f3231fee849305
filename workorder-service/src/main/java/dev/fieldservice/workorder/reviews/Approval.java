package dev.fieldservice.workorder.reviews;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The request body of an approval by the reviewer. */
@Schema(name = "Approval")
public record Approval(
        @Schema(nullable = true, description = "Close it although a follow-up visit was asked for")
        Boolean waiveFollowUp,

        @Size(min = 1, max = 1000) @Pattern(regexp = Text.LINES) @Schema(nullable = true)
        String remark) {

    static final Approval PLAIN = new Approval(null, null);

    public boolean waivesFollowUp() {
        return Boolean.TRUE.equals(waiveFollowUp);
    }
}
