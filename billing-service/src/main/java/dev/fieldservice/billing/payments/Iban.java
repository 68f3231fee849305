package dev.fieldservice.billing.payments;

import java.math.BigInteger;
import java.util.Locale;
import java.util.stream.Collectors;

/** Account numbers (ISO 13616). */
final class Iban {

    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    private Iban() {}

    /** Without blanks, in capitals; null stays null. */
    static String compact(String typed) {
        return typed == null ? null : typed.replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /** Whether the check digits are right (ISO 7064, MOD 97-10). */
    static boolean isValid(String compact) {
        if (!compact.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")) {
            return false;
        }
        String moved = compact.substring(4) + compact.substring(0, 4);
        String digits = moved.chars()
                .mapToObj(c -> String.valueOf(Character.getNumericValue(c)))
                .collect(Collectors.joining());
        return new BigInteger(digits).mod(MODULUS).equals(BigInteger.ONE);
    }
}
