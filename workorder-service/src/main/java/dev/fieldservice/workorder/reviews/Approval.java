package dev.fieldservice.workorder.reviews;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The request body of an approval by the reviewer. */
@Schema(name = "Approval")
public record Approval(
        @Min(0)
        @Max(1_000_000_000)
        @Schema(nullable = true, description = "The version of the review that was looked at; always needed")
        Long reviewedVersion,

        @Schema(nullable = true, description = "Close it although a follow-up visit was asked for")
        Boolean waiveFollowUp,

        @Size(min = 1, max = 1000) @Pattern(regexp = Text.LINES) @Schema(nullable = true)
        String remark,

        @Size(min = 1, max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(
                nullable = true,
                description =
                        "Why it is closed without a signature of what was done; needed where there is none, it was"
                                + " refused, the customer was absent, or the work was changed since",
                examples = "Confirmat la telefon de dna Ionescu")
        String signatureRemark,

        @Size(min = 1, max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(
                nullable = true,
                description =
                        "Why it is closed although something is missing that was there when it was completed; needed then",
                examples = "Fotografia arăta un client")
        String missingRemark) {

    static final Approval PLAIN = new Approval(null, null, null, null, null);

    public boolean waivesFollowUp() {
        return Boolean.TRUE.equals(waiveFollowUp);
    }
}
