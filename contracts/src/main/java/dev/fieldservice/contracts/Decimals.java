package dev.fieldservice.contracts;

import java.math.BigDecimal;

final class Decimals {
    /**
     * The same number with exactly so many decimals, which makes equal numbers equal records.
     *
     * @throws IllegalArgumentException when that would lose digits, or the integer part is too long
     */
    static BigDecimal exact(String name, BigDecimal value, int integerDigits, int decimals) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        BigDecimal stripped = value.stripTrailingZeros();
        // Looked at before rescaling: writing out 1E+999999999 would take all memory. As long: the difference overflows
        // an int.
        if (stripped.scale() > decimals || (long) stripped.precision() - stripped.scale() > integerDigits) {
            throw new IllegalArgumentException(
                    "%s has more than %d integer digits or %d decimals".formatted(name, integerDigits, decimals));
        }
        return stripped.setScale(decimals);
    }

    private Decimals() {}
}
