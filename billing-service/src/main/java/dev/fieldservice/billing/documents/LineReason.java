package dev.fieldservice.billing.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.pricing.AppliedRule;
import dev.fieldservice.billing.pricing.PriceReason;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Why the buyer pays less for a line than its price, or nothing, as data: each language words it.
 *
 * @param percent what is covered; null where all is included
 * @param name of the price rule, as somebody entered it; null where a contract or a warranty counts
 * @param clause by which it is covered, as somebody entered it; null where it is included
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LineReason(Kind kind, BigDecimal percent, String name, String clause) {

    /** By what. */
    public enum Kind {
        CONTRACT,
        WARRANTY,
        /** Visits or hours that the contract includes. */
        ALLOWANCE,
        /** By a price rule. */
        AGREED,
        /** Of the kind of work. */
        FIXED_PRICE,
        /** The flat price of travel to a zone. */
        ZONE
    }

    /** Empty where the price is as listed, or only another one for the time or by a discount. */
    public static Optional<LineReason> of(PriceReason price) {
        return price.rules().stream()
                .map(LineReason::of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<LineReason> of(AppliedRule rule) {
        return switch (rule.effect()) {
            case FIXED_PRICE -> included(Kind.FIXED_PRICE, rule);
            case ZONE -> included(Kind.ZONE, rule);
            case COVERAGE -> Optional.of(covered(rule));
            case BAND, DISCOUNT, VISIT -> Optional.empty();
        };
    }

    private static Optional<LineReason> included(Kind kind, AppliedRule rule) {
        return Optional.of(new LineReason(kind, null, rule.rule().name(), null));
    }

    private static LineReason covered(AppliedRule rule) {
        return rule.basis() == null
                ? new LineReason(Kind.AGREED, rule.percent(), rule.rule().name(), rule.clause())
                : new LineReason(Kind.valueOf(rule.basis().name()), rule.percent(), null, rule.clause());
    }

    String in(DocumentLanguage language) {
        return Wording.of(language).reason(this);
    }
}
