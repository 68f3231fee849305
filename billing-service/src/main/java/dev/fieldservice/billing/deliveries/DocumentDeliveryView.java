package dev.fieldservice.billing.deliveries;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DocumentDelivery")
public record DocumentDeliveryView(
        UUID id,

        @Schema(description = "E-mail address") String recipient,

        @Schema(nullable = true, description = "Absent: those of the company")
        String language,

        DocumentDelivery.State state,

        @Schema(nullable = true, description = "Why it has failed, in the words of the mail server")
        String failure,

        @Schema(nullable = true, description = "Who had it sent; absent where it was sent by itself")
        String requestedBy,

        Instant queuedAt,
        @Schema(nullable = true) Instant handedOverAt) {

    public static DocumentDeliveryView of(DocumentDelivery d) {
        return new DocumentDeliveryView(
                d.id(), d.recipient, d.language, d.state, d.failure, d.requestedBy, d.queuedAt, d.handedOverAt);
    }
}
