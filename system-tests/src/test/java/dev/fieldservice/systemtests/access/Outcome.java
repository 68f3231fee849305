package dev.fieldservice.systemtests.access;

import java.util.Arrays;

/** A cell of the table. */
enum Outcome {
    ALLOWED("✓"),
    REFUSED("–"),
    HIDDEN("404"),
    OWN_ONLY("own");

    private final String sign;

    Outcome(String sign) {
        this.sign = sign;
    }

    static Outcome of(String sign) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.sign.equals(sign))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("docs/access.md has an unknown cell " + sign));
    }
}
