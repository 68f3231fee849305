package dev.fieldservice.contracts.codes;

/** The personal number of Romania (CNP), which people have instead of a company's number. */
final class RomanianPerson {

    private static final int[] WEIGHTS = {2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9};

    private RomanianPerson() {}

    static boolean fits(String number) {
        if (!number.matches("[1-9][0-9]{12}")) {
            return false;
        }
        int rest = CheckDigits.weighed(number, WEIGHTS) % 11;
        return CheckDigits.digit(number, 12) == (rest == 10 ? 1 : rest);
    }
}
