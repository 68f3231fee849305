package dev.fieldservice.billing.reminders;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is to be reminded. */
public record NewReminder(
        @NotNull @Schema(description = "A customer of whom a request or an invoice was heard")
        UUID customerId) {}
