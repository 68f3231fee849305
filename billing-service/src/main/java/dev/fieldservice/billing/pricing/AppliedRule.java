package dev.fieldservice.billing.pricing;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule that changed a price. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AppliedPriceRule")
public record AppliedRule(
        PriceTerms.Effect effect,
        RuleRef rule,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                type = SchemaType.STRING,
                nullable = true,
                description =
                        "Of the price (BAND), off it (DISCOUNT, COVERAGE); absent where a fixed price or a zone includes it",
                examples = "150.00")
        BigDecimal percent,

        @Schema(nullable = true, description = "By which clause it is covered")
        String clause,

        @Schema(
                nullable = true,
                description =
                        "By what the ticket service decided that it is covered: rule then names the contract or the warranty, and the day"
                                + " whose agreement counts")
        CoverageBasis basis) {

    static AppliedRule of(PriceRule rule) {
        String clause =
                rule.terms.coverage() == null ? null : rule.terms.coverage().clause();
        return new AppliedRule(rule.terms.effect(), rule.ref(), rule.percent(), clause, null);
    }

    /** By what was agreed for the job, as the ticket service decided. */
    static AppliedRule decided(Coverage.Line line, LocalDate askedOn) {
        RuleRef agreement = new RuleRef(line.agreementId(), line.reason(), Scope.CONTRACT, askedOn);
        return new AppliedRule(PriceTerms.Effect.COVERAGE, agreement, line.percent(), line.clause(), line.basis());
    }

    /** What is left of the price. */
    BigDecimal applyTo(BigDecimal price) {
        return switch (effect) {
            case BAND -> price.multiply(percent).movePointLeft(2);
            case DISCOUNT, COVERAGE -> price.subtract(price.multiply(percent).movePointLeft(2));
            case FIXED_PRICE, ZONE -> BigDecimal.ZERO;
            case VISIT -> price;
        };
    }

    /** For people. */
    public String words() {
        return switch (effect) {
            case BAND -> "%s %% of it by %s".formatted(plain(), rule.words());
            case DISCOUNT -> "%s %% off by %s".formatted(plain(), rule.words());
            case COVERAGE ->
                basis == null
                        ? "%s %% covered by %s: %s".formatted(plain(), rule.words(), clause)
                        : "Covered as agreed on %s, %s: %s".formatted(rule.validFrom(), rule.name(), clause);
            case FIXED_PRICE -> "Included in the fixed price, by " + rule.words();
            case ZONE -> "Included in the flat price of the zone, by " + rule.words();
            case VISIT -> "By " + rule.words();
        };
    }

    private String plain() {
        return percent.stripTrailingZeros().toPlainString();
    }
}
