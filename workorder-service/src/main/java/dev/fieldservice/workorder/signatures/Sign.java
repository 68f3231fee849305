package dev.fieldservice.workorder.signatures;

import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.workorder.visits.Outcome;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The customer has signed, or has not and this is why. */
@Schema(name = "Sign")
public record Sign(
        @NotNull Signature.Outcome outcome,

        @Size(max = 64)
        @Pattern(regexp = "^[0-9a-f]{64}$")
        @Schema(nullable = true, description = "Of the signing content that was shown; with SIGNED")
        String contentHash,

        @Size(min = 1, max = 200) @Pattern(regexp = Text.LINE) @Schema(nullable = true, description = "With SIGNED")
        String signerName,

        @Size(min = 1, max = 350_000)
        @Schema(
                nullable = true,
                description =
                        "PNG of at most 256 KB, 2000 × 2000 pixels and 8 MB unfolded (in colour and transparent: 2 million"
                                + " pixels), base64, in one line or in lines as in mails; its pixels are kept, nothing"
                                + " else in it; with SIGNED. One of a caller's is read at a time",
                examples =
                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
        String image,

        @Size(min = 1, max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(nullable = true, description = "With REFUSED and ABSENT")
        String reason,

        @Schema(
                nullable = true,
                description =
                        "As which the visit is to end, where the content was shown with it (outcome of getSigningContent)")
        Outcome visitOutcome) {

    /** Each outcome has what belongs to it and nothing else. */
    void requireConsistent() {
        boolean isSigned = outcome == Signature.Outcome.SIGNED;
        require(isSigned == (contentHash != null), "/contentHash");
        require(isSigned == (image != null), "/image");
        require(!isSigned || signerName != null && !signerName.isBlank(), "/signerName");
        require(isSigned || reason != null && !reason.isBlank(), "/reason");
    }

    private void require(boolean holds, String pointer) {
        if (!holds) {
            throw Refusal.Invalid.field(
                            pointer,
                            "does-not-fit-outcome",
                            "SIGNED comes with contentHash, signerName and image, the others with a reason only.")
                    .refused();
        }
    }
}
