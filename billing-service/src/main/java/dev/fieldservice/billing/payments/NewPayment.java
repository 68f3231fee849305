package dev.fieldservice.billing.payments;

import dev.fieldservice.contracts.Money;
import dev.fieldservice.contracts.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A payment that somebody enters. */
public record NewPayment(
        @NotNull @Schema(description = "A customer of whom a request or an invoice was heard")
        UUID customerId,

        @NotNull @Valid @Schema(description = "Negative: it was paid back to the customer")
        Money amount,

        @NotNull @Schema(description = "The day on which the money came, not after today", examples = "2026-03-12")
        LocalDate receivedOn,

        @Size(min = 1, max = 200)
        @Pattern(regexp = Text.LINE)
        @Schema(
                nullable = true,
                description = "Who paid, if it is not the customer",
                examples = "Supermarket Cotroceni SRL")
        String payerName,

        @Size(min = 15, max = 42)
        @Pattern(regexp = "^[A-Za-z]{2}[0-9]{2}[A-Za-z0-9 ]{11,38}$")
        @Schema(
                nullable = true,
                description = "Account of the payer (ISO 13616)",
                examples = "RO49 AAAA 1B31 0075 9384 0000")
        String payerIban,

        @Size(min = 1, max = 500)
        @Pattern(regexp = Text.LINE)
        @Schema(nullable = true, description = "What the payer wrote", examples = "FS-2026-000118")
        String reference,

        @Valid @Size(max = 100) @Schema(nullable = true, description = "What it is for; what is left stays unallocated")
        List<@NotNull @Valid Part> allocations) {

    /** How much of it is for what. */
    @Schema(name = "PaymentPart")
    public record Part(
            @NotNull @Schema(description = "An invoice of the customer; a credit note, if it was paid back")
            UUID receivableId,

            @NotNull @Valid @Schema(description = "More than nothing, and no more than is open")
            Money amount) {}

    List<Part> parts() {
        return Optional.ofNullable(allocations).orElse(List.of());
    }
}
