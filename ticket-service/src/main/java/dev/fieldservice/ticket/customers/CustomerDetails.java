package dev.fieldservice.ticket.customers;

import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the back office enters about a customer. */
public record CustomerDetails(
        @NotBlank @Size(max = 200) @Pattern(regexp = Text.LINE) @Schema(examples = "Supermarket Cotroceni SRL")
        String name,

        @Email
        @Size(min = 3, max = 254)
        @Pattern(regexp = Text.LINE)
        @Schema(description = "Where invoices and reports are sent", nullable = true, format = "email")
        String email,

        @Size(min = 1, max = 40) @Pattern(regexp = Text.LINE) @Schema(nullable = true)
        String phone,

        @Size(min = 1, max = 32) @Pattern(regexp = Text.LINE) @Schema(nullable = true, examples = "RO12345674")
        String taxId,

        @Valid @Schema(nullable = true) Address billingAddress) {}
