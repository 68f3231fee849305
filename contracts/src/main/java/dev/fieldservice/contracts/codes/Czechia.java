package dev.fieldservice.contracts.codes;

import static dev.fieldservice.contracts.codes.CheckDigits.digit;
import static dev.fieldservice.contracts.codes.CheckDigits.last;
import static dev.fieldservice.contracts.codes.CheckDigits.number;
import static dev.fieldservice.contracts.codes.CheckDigits.weighed;

/** The VAT numbers of Czechia: eight digits for companies, birth numbers or nine digits from 6 on for people. */
final class Czechia {

    /** People born before 1954 have nine digits and no check digit. */
    private static final int LAST_YEAR_OF_NINE = 53;

    private Czechia() {}

    static boolean fits(String number) {
        return switch (number.length()) {
            case 8 -> company(number);
            case 9 -> digit(number, 0) == 6 ? special(number) : isDated(number) && year(number) <= LAST_YEAR_OF_NINE;
            default -> isDated(number) && number(number.substring(0, 9)) % 11 % 10 == last(number);
        };
    }

    private static boolean company(String number) {
        int rest = (11 - weighed(number, 8, 7, 6, 5, 4, 3, 2) % 11) % 11;
        return digit(number, 0) != 9 && (rest == 0 ? 1 : rest % 10) == last(number);
    }

    private static boolean special(String number) {
        int rest = weighed(number.substring(1), 8, 7, 6, 5, 4, 3, 2) % 11;
        return Math.floorMod(8 - Math.floorMod(10 - rest, 11), 10) == last(number);
    }

    /** Women have 50 added to the month, and some people 20 more. */
    private static boolean isDated(String number) {
        long month = number(number.substring(2, 4)) % 50;
        long day = number(number.substring(4, 6));
        return (month >= 1 && month <= 12 || month >= 21 && month <= 32) && day >= 1 && day <= 31;
    }

    private static long year(String number) {
        return number(number.substring(0, 2));
    }
}
