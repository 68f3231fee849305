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

        @Schema(description = "Of what was shown to the customer")
        String contentHash,

        @Schema(nullable = true) String signerName,
        @Schema(nullable = true) String reason,
        UUID recordedBy,
        Instant recordedAt) {

    public static SignatureView of(Signature s, SigningContent now) {
        return of(s, s.verifies(now));
    }

    static SignatureView justMade(Signature s) {
        return of(s, true);
    }

    private static SignatureView of(Signature s, boolean verifies) {
        return new SignatureView(
                s.outcome,
                s.isSigned() ? verifies : null,
                s.contentHash,
                s.signerName,
                s.reason,
                s.recordedBy,
                s.recordedAt());
    }
}
