package dev.fieldservice.billing.accounts;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
        Integer paymentDays) {}
