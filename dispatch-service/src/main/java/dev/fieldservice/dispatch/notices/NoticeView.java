package dev.fieldservice.dispatch.notices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AnnouncedDelay")
public record NoticeView(
        UUID id,
        UUID appointmentId,
        UUID orderId,
        Instant expectedArrival,
        VisitNotice.Change change,
        @Schema(nullable = true) String reason,

        @Schema(nullable = true, description = "The earlier appointment with which this one moves")
        UUID causedBy,

        @Schema(description = "A message is on its way to the customer, or has been sent")
        boolean notified,

        Delivery.State notice,

        @Schema(nullable = true, description = "Where the message goes")
        String recipient,

        @Schema(nullable = true, description = "Why no message is sent")
        String failure,

        @Schema(nullable = true) Instant sentAt,

        @Schema(description = "Later appointments whose expected arrival changes with it")
        List<VisitNotice.Shift> shifted,

        Instant announcedAt) {

    public static NoticeView of(VisitNotice n) {
        boolean isNotified = n.delivery.state == Delivery.State.PENDING || n.delivery.state == Delivery.State.SENT;
        return new NoticeView(
                n.id(),
                n.appointmentId,
                n.orderId,
                n.expectedArrival,
                n.change,
                n.reason,
                n.causedBy,
                isNotified,
                n.delivery.state,
                n.delivery.recipient,
                n.delivery.failure,
                n.delivery.sentAt,
                n.shifted.items(),
                n.createdAt);
    }
}
