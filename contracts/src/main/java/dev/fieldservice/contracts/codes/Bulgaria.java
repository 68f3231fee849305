package dev.fieldservice.contracts.codes;

import static dev.fieldservice.contracts.codes.CheckDigits.last;
import static dev.fieldservice.contracts.codes.CheckDigits.weighed;

/** The VAT numbers of Bulgaria: nine digits for companies, ten for people and all others. */
final class Bulgaria {

    private Bulgaria() {}

    static boolean fits(String number) {
        return number.length() == 9 ? company(number) : citizen(number) || foreigner(number) || other(number);
    }

    /** Where the first weights leave 10, others decide. */
    private static boolean company(String number) {
        int first = weighed(number, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
        return (first == 10 ? weighed(number, 3, 4, 5, 6, 7, 8, 9, 10) % 11 % 10 : first) == last(number);
    }

    private static boolean citizen(String number) {
        return weighed(number, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10 == last(number);
    }

    private static boolean foreigner(String number) {
        return weighed(number, 21, 19, 17, 13, 11, 9, 7, 3, 1) % 10 == last(number);
    }

    private static boolean other(String number) {
        return (11 - weighed(number, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11 == last(number);
    }
}
