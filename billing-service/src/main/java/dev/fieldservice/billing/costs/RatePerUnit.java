package dev.fieldservice.billing.costs;

import dev.fieldservice.contracts.UnitPrice;
import dev.fieldservice.platform.problems.Refusal;

/** The validation of what a rate is for: one of an hour or one of a kilometre, as its kind is. */
final class RatePerUnit {

    private RatePerUnit() {}

    /** Refused with 422 where the one that belongs to the kind is missing, or the other is given. */
    static void require(CostKind kind, UnitPrice hour, UnitPrice kilometre) {
        UnitPrice wanted = kind == CostKind.KILOMETRES ? kilometre : hour;
        if (wanted == null) {
            throw Refusal.RuleViolated.at(kind.pointer(), "missing", "Say what one costs.");
        }
        if (hour != null && kilometre != null) {
            throw Refusal.RuleViolated.at(
                    kind == CostKind.KILOMETRES ? "/hourlyCost" : "/kilometreCost",
                    "does-not-fit",
                    "Kilometres have a cost of a kilometre, hours of an hour.");
        }
    }
}
