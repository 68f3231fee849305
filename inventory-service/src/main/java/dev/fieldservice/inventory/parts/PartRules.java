package dev.fieldservice.inventory.parts;

import dev.fieldservice.contracts.codes.Units;
import dev.fieldservice.platform.problems.Refusal;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What is held against what shall be known of a part, but for what it refers to. */
final class PartRules {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private PartRules() {}

    /** Refused with 422. @param now the part as it is; empty for a new one */
    static void require(Optional<Part> now, PartDetails wanted) {
        now.ifPresent(part -> requireItsUnit(part, wanted));
        requireReorderPoint(wanted);
        requirePieces(now, wanted);
        requireGtin(wanted);
        requireOtherParts(now.map(Part::id), wanted.substitutes());
        requireOtherUnits(wanted);
    }

    /** The ledger's quantities are in it. */
    private static void requireItsUnit(Part part, PartDetails wanted) {
        if (!part.unit().equals(wanted.unit())) {
            throw Refusal.RuleViolated.at(
                    "/unit",
                    "unit-is-fixed",
                    "Stock is counted in " + part.unit() + ". Register another part instead.");
        }
    }

    private static void requireReorderPoint(PartDetails wanted) {
        if (wanted.reorderPoint() != null && !Units.fits(wanted.reorderPoint(), wanted.unit())) {
            throw Refusal.RuleViolated.at(
                    "/reorderPoint", "whole-pieces", "This unit counts pieces: send a whole number.");
        }
    }

    private static void requirePieces(Optional<Part> now, PartDetails wanted) {
        boolean isSerialised = now.map(Part::isSerialised).orElse(false);
        if (wanted.serialised() && !isSerialised && Units.fits(HALF, wanted.unit())) {
            throw Refusal.RuleViolated.at(
                    "/serialised", "serialised-in-pieces", "Only what is counted in pieces has serial numbers.");
        }
    }

    private static void requireGtin(PartDetails wanted) {
        if (wanted.gtin() != null && !Gtin.isRight(wanted.gtin())) {
            throw Refusal.RuleViolated.at(
                    "/gtin", "wrong-check-digit", "The last digit does not go with the others: one is mistyped.");
        }
    }

    private static void requireOtherParts(Optional<UUID> itself, List<UUID> substitutes) {
        Set<UUID> seen = new HashSet<>();
        for (int at = 0; at < substitutes.size(); at++) {
            if (itself.filter(substitutes.get(at)::equals).isPresent()) {
                throw Refusal.RuleViolated.at("/substituteIds/" + at, "same-part", "It is no substitute for itself.");
            }
            if (!seen.add(substitutes.get(at))) {
                throw Refusal.RuleViolated.at("/substituteIds/" + at, "part-twice", "A substitute is named once.");
            }
        }
    }

    private static void requireOtherUnits(PartDetails wanted) {
        Set<String> seen = new HashSet<>();
        for (int at = 0; at < wanted.alsoHandledIn().size(); at++) {
            String unit = wanted.alsoHandledIn().get(at).unit();
            if (unit.equals(wanted.unit())) {
                throw Refusal.RuleViolated.at(
                        "/otherUnits/" + at + "/unit", "same-unit", "This is the unit in which it is counted.");
            }
            if (!seen.add(unit)) {
                throw Refusal.RuleViolated.at("/otherUnits/" + at + "/unit", "unit-twice", "A unit is named once.");
            }
        }
    }
}
