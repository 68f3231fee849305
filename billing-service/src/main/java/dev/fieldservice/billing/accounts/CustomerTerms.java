package dev.fieldservice.billing.accounts;

import dev.fieldservice.billing.documents.DocumentLanguage;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was agreed with a customer. */
public record CustomerTerms(
        @Min(0)
        @Max(365)
        @Schema(
                nullable = true,
                description =
                        "Days from the invoice date until it is due, for what is issued from now on; absent: those of the company",
                examples = "14")
        Integer paymentDays,

        @Size(max = 2)
        @Pattern(regexp = DocumentLanguage.TAGS)
        @Schema(
                nullable = true,
                description =
                        "In which invoices are written to the customer, PDF, XML and mail; drafts follow. Absent: the company's first",
                examples = "de")
        String language) {}
