package dev.fieldservice.billing.reminders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.pricing.Withdrawal;
import dev.fieldservice.billing.reminders.ReminderLifecycle.State;
import dev.fieldservice.platform.offers.Offers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Reminder")
public record ReminderView(
        UUID id,
        State state,

        @Offers("/v1/reminders/{id}")
        @Schema(description = "The commands that the caller may give now, as they stand in the URL")
        List<String> allowedCommands,

        UUID customerId,
        String customerName,

        @Schema(description = "1: the first reminder") int level,

        @Schema(description = "The day of which it tells") LocalDate asOf,

        List<ReminderItem> items,
        Instant draftedAt,
        @Schema(nullable = true) String recipient,
        @Schema(nullable = true) String acceptedBy,
        @Schema(nullable = true) Instant acceptedAt,

        @Schema(nullable = true, description = "When the next mail server took it")
        Instant handedOverAt,

        @Schema(nullable = true, description = "The words of the mail server that did not")
        String failure,

        @Schema(nullable = true, description = "By whom, when and why it was dropped")
        Withdrawal dropped) {

    static ReminderView of(Reminder r) {
        return new ReminderView(
                r.id(),
                r.state,
                ReminderLifecycle.words(r.state),
                r.customerId,
                r.customerName,
                r.level,
                r.asOf,
                r.items.all(),
                r.draftedAt,
                r.recipient,
                r.acceptedBy,
                r.acceptedAt,
                r.handedOverAt,
                r.failure,
                r.dropped);
    }
}
