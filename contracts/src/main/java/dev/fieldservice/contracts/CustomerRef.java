package dev.fieldservice.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A customer as events show it: what an invoice and a technician need to know. */
@Schema(description = "The customer, as known when this was said")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerRef(
        @NotNull UUID id,

        @Schema(description = "Registered name", examples = "Supermarket Cotroceni SRL")
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = Text.LINE)
        String name,

        @Schema(
                description = "Where invoices and reports are sent",
                examples = "contabilitate@cotroceni.example",
                nullable = true)
        @Email
        @Size(min = 1, max = 254)
        @Pattern(regexp = Text.LINE)
        String email,

        @Schema(description = "Phone number", examples = "+40 21 555 0100", nullable = true)
        @Size(min = 1, max = 40)
        @Pattern(regexp = Text.LINE)
        String phone,

        @Schema(description = "Tax or VAT identifier", examples = "RO12345674", nullable = true)
        @Size(min = 1, max = 32)
        @Pattern(regexp = Text.LINE)
        String taxId,

        @Schema(description = "Address on the invoice", nullable = true) @Valid
        Address billingAddress) {}
