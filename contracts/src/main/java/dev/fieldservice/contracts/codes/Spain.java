package dev.fieldservice.contracts.codes;

import static dev.fieldservice.contracts.codes.CheckDigits.luhn;
import static dev.fieldservice.contracts.codes.CheckDigits.number;

/** The tax numbers of Spain, which are its VAT numbers: of citizens (DNI), foreigners (NIE) and companies (NIF, once CIF). */
final class Spain {

    private static final String OF_PEOPLE = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String OF_COMPANIES = "JABCDEFGHI";
    private static final String COMPANIES = "ABCDEFGHJNPQRSUVW";

    private Spain() {}

    static boolean fits(String number) {
        char kind = number.charAt(0);
        String digits = number.substring(1, 8);
        return switch (kind) {
            case 'X' -> person("0" + digits, number);
            case 'Y' -> person("1" + digits, number);
            case 'Z' -> person("2" + digits, number);
            case 'K', 'L', 'M' -> person(digits, number);
            default -> Character.isDigit(kind) ? person(number.substring(0, 8), number) : company(number, digits);
        };
    }

    private static boolean person(String digits, String number) {
        return number.charAt(8) == OF_PEOPLE.charAt((int) (number(digits) % OF_PEOPLE.length()));
    }

    /** A digit by Luhn, or the letter that stands for it. */
    private static boolean company(String number, String digits) {
        char check = number.charAt(8);
        int digit = Character.isDigit(check) ? check - '0' : OF_COMPANIES.indexOf(check);
        return COMPANIES.indexOf(number.charAt(0)) >= 0 && digit >= 0 && luhn(digits + digit);
    }
}
