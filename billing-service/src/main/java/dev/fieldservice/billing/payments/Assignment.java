package dev.fieldservice.billing.payments;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose a payment is. */
public record Assignment(
        @NotNull @Schema(description = "A customer of whom a request or an invoice was heard")
        UUID customerId) {}
