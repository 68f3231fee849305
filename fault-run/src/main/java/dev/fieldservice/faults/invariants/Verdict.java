package dev.fieldservice.faults.invariants;

import java.util.List;

/**
 * @param evidence what was looked at, and how much of it
 * @param offences what breaks the invariant; empty if it is kept
 */
public record Verdict(String invariant, String evidence, List<String> offences) {

    private static final int SHOWN = 12;

    public boolean isKept() {
        return offences.isEmpty();
    }

    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder("%-7s %s%n        %s".formatted(isKept() ? "kept" : "BROKEN", invariant, evidence));
        offences.stream().limit(SHOWN).forEach(offence -> text.append("%n        - %s".formatted(offence)));
        if (offences.size() > SHOWN) {
            text.append("%n        - … and %d more".formatted(offences.size() - SHOWN));
        }
        return text.toString();
    }
}
