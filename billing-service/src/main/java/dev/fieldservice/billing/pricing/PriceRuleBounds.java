package dev.fieldservice.billing.pricing;

import dev.fieldservice.platform.problems.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The validation of what a price rule can say, and of whom or what it can say it. */
final class PriceRuleBounds {

    private static final String DOES_NOT_FIT = "does-not-fit";
    private static final String MISSING = "missing";
    private static final Set<ChargeKind> TIME = Set.of(ChargeKind.LABOUR, ChargeKind.TRAVEL);
    private static final Set<ChargeKind> WAY = Set.of(ChargeKind.TRAVEL, ChargeKind.KILOMETRES);

    private PriceRuleBounds() {}

    /** Refused with 422, or 400 where a day cannot be. */
    static void require(PriceRuleDetails rule, String currency) {
        Validity.requireDays(rule.validFrom(), rule.validThrough());
        Scope.require(rule.customerId(), rule.contractId());
        if (Stream.of(rule.band(), rule.visit(), rule.fixedPrice(), rule.discount(), rule.coverage(), rule.zone())
                        .filter(Objects::nonNull)
                        .count()
                != 1) {
            throw Refusal.RuleViolated.at(
                    "/band",
                    "one-of",
                    "A rule is a band, visit terms, a fixed price, a discount, a coverage or a zone.");
        }
        requireSubject(rule);
        requireTerms(rule, currency);
    }

    private static void requireSubject(PriceRuleDetails rule) {
        boolean isOnParts = rule.discount() != null || rule.coverage() != null;
        refuseIf(rule.partId() != null && !isOnParts, "/partId", "Only a discount or a coverage is about a part.");
        refuseIf(rule.partId() != null && rule.kinds() != null, "/kinds", "A part is of one kind: leave kinds out.");
        refuseIf(rule.assetId() != null && rule.coverage() == null, "/assetId", "Only a coverage is about a machine.");
        refuseIf(
                rule.workTypeId() != null && rule.fixedPrice() == null,
                "/workTypeId",
                "Only a fixed price is about a work type.");
        if (rule.fixedPrice() != null && rule.workTypeId() == null) {
            throw Refusal.RuleViolated.at("/workTypeId", MISSING, "Say which kind of work has the fixed price.");
        }
        refuseIf(rule.visit() != null && rule.kinds() != null, "/kinds", "Visit terms are about the visit as a whole.");
        refuseIf(
                rule.band() != null && rule.kinds() != null && !TIME.containsAll(rule.kinds()),
                "/kinds",
                "A band is about LABOUR, TRAVEL or both.");
        refuseIf(
                rule.zone() != null && rule.kinds() != null && !WAY.containsAll(rule.kinds()),
                "/kinds",
                "A zone includes TRAVEL, KILOMETRES or both.");
    }

    private static void requireTerms(PriceRuleDetails rule, String currency) {
        if (rule.band() != null && rule.band().hours() != null) {
            requireHours(rule.band().hours());
        }
        if (rule.fixedPrice() != null) {
            Validity.requireCurrency("/fixedPrice/price", rule.fixedPrice().price(), currency);
        }
        if (rule.zone() != null) {
            Validity.requireCurrency("/zone/price", rule.zone().price(), currency);
        }
        if (rule.visit() != null) {
            requireVisit(rule.visit(), currency);
        }
    }

    private static void requireHours(List<DayHours> hours) {
        for (int i = 0; i < hours.size(); i++) {
            refuseIf(
                    !hours.get(i).endsAfterItStarts(),
                    "/band/hours/" + i + "/to",
                    "It ends on the day on which it begins; a night is 00:00 to 06:00 and 22:00 to 24:00.");
        }
    }

    private static void requireVisit(PriceTerms.VisitTerms visit, String currency) {
        if (Stream.of(visit.rounding(), visit.minimumMinutes(), visit.callOutFee(), visit.pricePerKilometre())
                .allMatch(Objects::isNull)) {
            throw Refusal.RuleViolated.at(
                    "/visit",
                    MISSING,
                    "Say how time is rounded, what its minimum is, or what a call-out or a kilometre costs.");
        }
        refuseIf(
                visit.freeKilometres() != null && visit.pricePerKilometre() == null,
                "/visit/freeKilometres",
                "Say what the other kilometres cost.");
        if (visit.pricePerKilometre() != null) {
            Validity.requireCurrency("/visit/pricePerKilometre", visit.pricePerKilometre(), currency);
        }
        if (visit.callOutFee() != null) {
            Validity.requireCurrency("/visit/callOutFee", visit.callOutFee(), currency);
        }
    }

    private static void refuseIf(boolean isWrong, String pointer, String why) {
        if (isWrong) {
            throw Refusal.RuleViolated.at(pointer, DOES_NOT_FIT, why);
        }
    }
}
