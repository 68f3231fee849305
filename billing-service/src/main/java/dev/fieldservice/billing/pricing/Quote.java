package dev.fieldservice.billing.pricing;

import dev.fieldservice.contracts.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A price and why. Rules change the price of one unit, one after the other: the band of the time, the fixed price that includes it,
 * the discount, what is covered. It is rounded once, at the end, half up to four decimals (EN 16931, BT-146).
 */
public record Quote(Optional<BigDecimal> unitPrice, PriceReason why) {

    /** There is none, and no rule could make one. */
    public static final Quote NONE = new Quote(Optional.empty(), PriceReason.NONE);

    private static final int DECIMALS = 4;

    /** By the list and the rules. */
    static Quote of(Prices prices, Asked asked) {
        PriceReason base = base(prices, asked);
        if (base.listed() == null) {
            return new Quote(Optional.empty(), base);
        }
        List<AppliedRule> applied = rules(prices.priceRules(), asked).toList();
        BigDecimal price = base.listed();
        for (AppliedRule rule : applied) {
            price = rule.applyTo(price);
        }
        return new Quote(Optional.of(rounded(price)), base.by(applied));
    }

    /** By a person. */
    public static Quote given(BigDecimal price) {
        return new Quote(Optional.of(price), PriceReason.given(price));
    }

    private static PriceReason base(Prices prices, Asked asked) {
        return switch (asked.kind()) {
            case PART ->
                prices.part(asked.partId(), asked.deal(), asked.day())
                        .map(found -> PriceReason.of(PriceReason.Source.PART_PRICE, found))
                        .orElse(PriceReason.NONE);
            case LABOUR, TRAVEL ->
                prices.hour(asked.kind().work(), asked.deal(), asked.day())
                        .map(found -> PriceReason.of(PriceReason.Source.LABOUR_RATE, found))
                        .orElse(PriceReason.NONE);
            case KILOMETRES ->
                prices.priceRules()
                        .kilometres(asked.deal(), asked.day())
                        .map(rule -> PriceReason.of(
                                PriceReason.Source.KILOMETRE_PRICE,
                                rule,
                                rule.terms.visit().pricePerKilometre()))
                        .orElse(PriceReason.NONE);
            case CALL_OUT ->
                prices.priceRules()
                        .callOut(asked.deal(), asked.day())
                        .map(rule -> PriceReason.of(
                                PriceReason.Source.CALL_OUT_FEE,
                                rule,
                                rule.terms.visit().callOutFee()))
                        .orElse(PriceReason.NONE);
            case FIXED_PRICE ->
                prices.priceRules()
                        .fixedPrice(asked.deal())
                        .map(rule -> PriceReason.of(
                                PriceReason.Source.FIXED_PRICE,
                                rule,
                                rule.terms.fixedPrice().price()))
                        .orElse(PriceReason.NONE);
        };
    }

    private static Stream<AppliedRule> rules(PriceRules rules, Asked asked) {
        List<PriceRule> found = new ArrayList<>();
        if (asked.time() != null) {
            rules.band(asked).ifPresent(found::add);
        }
        rules.including(asked).ifPresent(found::add);
        rules.discount(asked).ifPresent(found::add);
        Optional<AppliedRule> covered = Optional.ofNullable(asked.covered())
                .or(() -> rules.coverage(asked).map(AppliedRule::of));
        return Stream.concat(found.stream().map(AppliedRule::of), covered.stream());
    }

    private static BigDecimal rounded(BigDecimal price) {
        return UnitPrice.readable(price.setScale(DECIMALS, RoundingMode.HALF_UP));
    }
}
