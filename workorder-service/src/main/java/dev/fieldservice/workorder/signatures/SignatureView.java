package dev.fieldservice.workorder.signatures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Signature")
public record SignatureView(
        Signature.Outcome outcome,

        @Schema(
                nullable = true,
                description =
                        "With SIGNED: false once the work is no longer what was signed; names and addresses may be"
                                + " corrected")
        Boolean valid,

        @Schema(
                nullable = true,
                description =
                        "True where nothing but photos were added since: it is not valid any more, and no new signature is"
                                + " needed all the same")
        Boolean onlyPhotosAdded,

        @Schema(description = "Of what was shown to the customer")
        String contentHash,

        @Schema(nullable = true) String signerName,
        @Schema(nullable = true) String reason,
        UUID recordedBy,
        Instant recordedAt) {

    public static SignatureView of(Signature s, SigningContent now) {
        boolean verifies = s.verifies(now);
        return of(s, verifies, s.isSigned() && !verifies && s.standsFor(now));
    }

    static SignatureView justMade(Signature s) {
        return of(s, true, false);
    }

    private static SignatureView of(Signature s, boolean verifies, boolean onlyPhotosAdded) {
        return new SignatureView(
                s.outcome,
                s.isSigned() ? verifies : null,
                onlyPhotosAdded ? true : null,
                s.contentHash,
                s.signerName,
                s.reason,
                s.recordedBy,
                s.recordedAt());
    }
}
