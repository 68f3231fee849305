package dev.fieldservice.billing.pricing;

import dev.fieldservice.contracts.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A price and why. Rules change the price of one unit, one after the other: the band of the time, the fixed price or the zone that includes it,
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
                by(
                        prices.priceRules().kilometres(asked.deal(), asked.day()),
                        PriceReason.Source.KILOMETRE_PRICE,
                        terms -> terms.visit().pricePerKilometre());
            case TRAVEL_ZONE ->
                by(
                        prices.priceRules().zone(asked.deal(), asked.day()),
                        PriceReason.Source.ZONE_PRICE,
                        terms -> terms.zone().price());
            case CALL_OUT ->
                by(
                        prices.priceRules().callOut(asked.deal(), asked.day()),
                        PriceReason.Source.CALL_OUT_FEE,
                        terms -> terms.visit().callOutFee());
            case FIXED_PRICE ->
                by(
                        prices.priceRules().fixedPrice(asked.deal()),
                        PriceReason.Source.FIXED_PRICE,
                        terms -> terms.fixedPrice().price());
        };
    }

    /** As a rule says itself. */
    private static PriceReason by(
            Optional<PriceRule> rule, PriceReason.Source source, Function<PriceTerms, UnitPrice> price) {
        return rule.map(found -> PriceReason.of(source, found, price.apply(found.terms)))
                .orElse(PriceReason.NONE);
    }

    private static Stream<AppliedRule> rules(PriceRules rules, Asked asked) {
        List<PriceRule> found = new ArrayList<>();
        if (asked.time() != null) {
            rules.band(asked).ifPresent(found::add);
        }
        rules.including(asked).ifPresent(found::add);
        rules.onTheWay(asked).ifPresent(found::add);
        rules.discount(asked).ifPresent(found::add);
        Optional<AppliedRule> covered = Optional.ofNullable(asked.covered())
                .or(() -> rules.coverage(asked).map(AppliedRule::of));
        return Stream.concat(found.stream().map(AppliedRule::of), covered.stream());
    }

    private static BigDecimal rounded(BigDecimal price) {
        return UnitPrice.readable(price.setScale(DECIMALS, RoundingMode.HALF_UP));
    }
}
