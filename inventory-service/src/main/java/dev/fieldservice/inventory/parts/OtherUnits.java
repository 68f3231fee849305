package dev.fieldservice.inventory.parts;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.platform.problems.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** The units in which a part is handled beside its own. */
record OtherUnits(List<OtherUnit> items) {

    static final OtherUnits NONE = new OtherUnits(List.of());

    private static final BigDecimal MOST = new BigDecimal(1_000_000);

    /** Of a part that is counted in this unit; refused with 422 where it is not handled in that one, or where it is no exact quantity. */
    Quantity counted(Quantity given, String partsUnit, String pointer) {
        if (given.unit().equals(partsUnit)) {
            return given;
        }
        OtherUnit other = items.stream()
                .filter(each -> each.unit().equals(given.unit()))
                .findFirst()
                .orElseThrow(() -> Refusal.RuleViolated.at(
                        pointer + "/unit",
                        "other-unit",
                        "This part is counted in " + partsUnit + "." + words(partsUnit)));
        BigDecimal amount = other.exactly(given.amount(), partsUnit)
                .orElseThrow(() -> Refusal.RuleViolated.at(
                        pointer + "/amount",
                        "no-exact-quantity",
                        "%s %s cannot be counted in %s: %s."
                                .formatted(
                                        given.amount().toPlainString(),
                                        given.unit(),
                                        partsUnit,
                                        other.words(partsUnit))));
        if (amount.compareTo(MOST) > 0) {
            throw Refusal.RuleViolated.at(
                    pointer + "/amount",
                    "too-much",
                    "That is %s %s, and %s are taken at most."
                            .formatted(amount.toPlainString(), partsUnit, MOST.toPlainString()));
        }
        return new Quantity(amount, partsUnit);
    }

    private String words(String partsUnit) {
        return items.isEmpty()
                ? ""
                : items.stream().map(each -> each.words(partsUnit)).collect(Collectors.joining("; ", " ", "."));
    }
}
