package dev.fieldservice.billing.pricing;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the accountant enters about the tax of one customer, one part or one kind of work. */
public record TaxRuleDetails(
        @Schema(
                nullable = true,
                description = "All that is sold to this customer, who is registered; goes before other rules. S means:"
                        + " as in the country, by the rules for parts and work")
        UUID customerId,

        @Schema(nullable = true, description = "This part, which is registered, whoever buys it in the country")
        UUID partId,

        @Schema(nullable = true, description = "This kind of work, whoever buys it in the country")
        WorkKind workKind,

        @NotNull
        @Schema(description = "UNCL 5305. S for a customer: as in the country, wherever the buyer is identified")
        TaxCategory category,

        @Schema(nullable = true, description = "Which rate of category S; STANDARD if absent")
        TaxLevel level,

        @Schema(nullable = true, description = "What the invoice says; needed with E")
        @Size(min = 1, max = 200)
        @Pattern(regexp = Text.LINE)
        String exemptionReason,

        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(description = "Why, for those who read it later")
        String reason,

        @NotNull @Schema(description = "First day of work that is taxed so", examples = "2026-03-01")
        LocalDate validFrom) {}
