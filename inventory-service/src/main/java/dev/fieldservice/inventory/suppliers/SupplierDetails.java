package dev.fieldservice.inventory.suppliers;

import dev.fieldservice.contracts.Text;
import dev.fieldservice.inventory.papers.PaperLanguage;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the buyer enters about a supplier. */
public record SupplierDetails(
        @NotBlank @Size(max = 200) @Pattern(regexp = Text.LINE) @Schema(examples = "Frigotehnica SA")
        String name,

        @Size(min = 1, max = 40)
        @Pattern(regexp = Text.LINE)
        @Schema(nullable = true, description = "VAT identifier or tax number", examples = "RO1590082")
        String taxId,

        @Email
        @Size(min = 3, max = 254)
        @Pattern(regexp = Text.LINE)
        @Schema(
                nullable = true,
                format = "email",
                description = "Where orders are sent",
                examples = "comenzi@frigotehnica.example")
        String email,

        @Size(min = 1, max = 40) @Pattern(regexp = Text.LINE) @Schema(nullable = true, examples = "+40 21 555 0133")
        String phone,

        @NotNull
        @Pattern(regexp = "^[A-Z]{3}$")
        @Schema(
                description = "In which prices, orders and invoices of the supplier are; ISO 4217 code",
                minLength = 3,
                maxLength = 3,
                examples = "RON")
        String currency,

        @NotNull
        @Min(0)
        @Max(365)
        @Schema(description = "Days after its date in which an invoice is to be paid", examples = "30")
        Integer paymentDays,

        @Size(max = 2)
        @Pattern(regexp = PaperLanguage.TAGS)
        @Schema(
                nullable = true,
                description = "In which orders are written to the supplier, PDF and mail. Absent: the company's first",
                examples = "ro")
        String language) {}
