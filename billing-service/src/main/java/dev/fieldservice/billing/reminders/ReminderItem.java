package dev.fieldservice.billing.reminders;

import dev.fieldservice.contracts.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An invoice that stands in a reminder. */
public record ReminderItem(
        UUID receivableId,
        String number,
        LocalDate dueDate,

        @Schema(description = "What was not paid of it") Money open,

        @Schema(description = "How many days it was overdue")
        long daysLate) {

    static ReminderItem of(Overdue overdue) {
        return new ReminderItem(overdue.id(), overdue.number(), overdue.due(), overdue.open(), overdue.daysLate());
    }
}
