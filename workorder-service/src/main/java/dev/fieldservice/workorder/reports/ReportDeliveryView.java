package dev.fieldservice.workorder.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReportDelivery")
public record ReportDeliveryView(
        UUID id,
        UUID reportId,

        @Schema(description = "E-mail address") String recipient,

        @Schema(nullable = true) String name,

        @Schema(nullable = true, description = "Absent: those of the company")
        String language,

        @Schema(
                description =
                        "SUPERSEDED: not sent, as a newer edition was issued while it waited, and goes there instead")
        ReportDelivery.State state,

        @Schema(
                nullable = true,
                description =
                        "Why it was not taken, in the last words of the mail server; while QUEUED it is tried again")
        String failure,

        @Schema(nullable = true, description = "Who had it sent; absent where it was sent by itself")
        String requestedBy,

        Instant queuedAt,
        @Schema(nullable = true) Instant handedOverAt) {

    static ReportDeliveryView of(ReportDelivery d) {
        return new ReportDeliveryView(
                d.id(),
                d.reportId,
                d.recipient,
                d.recipientName,
                d.language,
                d.state,
                d.failure,
                d.requestedBy,
                d.queuedAt,
                d.handedOverAt);
    }
}
