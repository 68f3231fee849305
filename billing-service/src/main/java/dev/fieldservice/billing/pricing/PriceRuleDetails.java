package dev.fieldservice.billing.pricing;

import dev.fieldservice.contracts.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the accountant enters about how prices are made. */
public record PriceRuleDetails(
        @NotBlank
        @Size(max = 100)
        @Pattern(regexp = Text.LINE)
        @Schema(
                description =
                        "As lines of invoices and their provenance say it. The newest of one name and customer counts",
                examples = "Noapte")
        String name,

        @Schema(nullable = true, description = "For this customer, who is registered; for all if absent")
        UUID customerId,

        @Schema(
                nullable = true,
                description =
                        "For jobs under this contract of the ticket service: goes before the customer's. It is of one customer, so leave"
                                + " customerId out; for all if absent")
        UUID contractId,

        @Schema(nullable = true, description = "Coverage of work on this machine only")
        UUID assetId,

        @Schema(nullable = true, description = "Discount or coverage of this part only, which is registered")
        UUID partId,

        @Schema(nullable = true, description = "The kind of work that has a fixed price; needed with it")
        UUID workTypeId,

        @Schema(
                nullable = true,
                description =
                        "The time of a band (LABOUR, TRAVEL), what a fixed price or a zone (TRAVEL, KILOMETRES) includes, what is"
                                + " discounted or covered; all of it if absent")
        @Size(min = 1, max = 7)
        List<@NotNull ChargeKind> kinds,

        @Schema(nullable = true, description = "Give one of band, visit, fixedPrice, discount, coverage and zone")
        @Valid
        PriceTerms.Band band,

        @Schema(nullable = true) @Valid PriceTerms.VisitTerms visit,
        @Schema(nullable = true) @Valid PriceTerms.FixedPrice fixedPrice,
        @Schema(nullable = true) @Valid PriceTerms.Discount discount,
        @Schema(nullable = true) @Valid PriceTerms.Coverage coverage,
        @Schema(nullable = true) @Valid PriceTerms.Zone zone,

        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(description = "Why, for those who read it later")
        String reason,

        @NotNull @Schema(description = "First day of work that it holds for", examples = "2026-03-01")
        LocalDate validFrom,

        @Schema(nullable = true, description = "Last day of work that it holds for; until the next if absent")
        LocalDate validThrough) {

    PriceTerms terms() {
        return new PriceTerms(kinds, band, visit, fixedPrice, discount, coverage, zone);
    }
}
