package dev.fieldservice.billing.accounts;

import dev.fieldservice.contracts.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be set against what. */
public record NewAllocation(
        @NotNull @Schema(description = "What the customer owes: an invoice, or money that was paid back")
        UUID debitId,

        @NotNull @Schema(description = "What is the customer's: a payment, or a credit note")
        UUID creditId,

        @NotNull @Valid @Schema(description = "More than nothing, and no more than is open of each")
        Money amount) {}
