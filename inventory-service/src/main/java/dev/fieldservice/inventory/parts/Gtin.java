package dev.fieldservice.inventory.parts;

/**
 * Global Trade Item Numbers as they stand under a barcode: GTIN-8, -12 (UPC), -13 (EAN) and -14. They are one series in 14
 * digits, with zeros on the left, and the last digit checks the others (GS1 General Specifications, section 7.9).
 */
final class Gtin {

    static final String DIGITS = "^([0-9]{8}|[0-9]{12,14})$";

    private static final int LENGTH = 14;

    private Gtin() {}

    /** In 14 digits. @param digits of one of the four lengths */
    static String in14Digits(String digits) {
        return "0".repeat(LENGTH - digits.length()) + digits;
    }

    /** From the right, every second digit counts three times; the sum ends in zero. */
    static boolean isRight(String digits) {
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
            sum += fromRight % 2 == 0 ? digit : 3 * digit;
        }
        return sum % 10 == 0;
    }
}
