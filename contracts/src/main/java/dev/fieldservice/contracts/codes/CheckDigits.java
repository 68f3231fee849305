package dev.fieldservice.contracts.codes;

/** How check digits are made. */
final class CheckDigits {

    private CheckDigits() {}

    static int digit(String number, int at) {
        return Character.digit(number.charAt(at), 10);
    }

    static int last(String number) {
        return digit(number, number.length() - 1);
    }

    static long number(String digits) {
        return Long.parseLong(digits);
    }

    /** The sum of the first digits, each times its weight. */
    static int weighed(String number, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * digit(number, i);
        }
        return sum;
    }

    /** Luhn (ISO/IEC 7812-1): every second digit from the right is doubled. */
    static boolean luhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = digit(number, number.length() - 1 - i) * (i % 2 + 1);
            sum += digit / 10 + digit % 10;
        }
        return sum % 10 == 0;
    }

    /** ISO/IEC 7064, MOD 11,10. */
    static boolean iso11Over10(String number) {
        int rest = 10;
        for (int i = 0; i < number.length() - 1; i++) {
            int sum = (rest + digit(number, i)) % 10;
            rest = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (rest + last(number)) % 10 == 1;
    }

    /** ISO/IEC 7064, MOD 97-10, over digits and letters (A is 10). */
    static boolean iso97Over10(String number) {
        int rest = 0;
        for (char c : number.toCharArray()) {
            int value = Character.digit(c, 36);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest == 1;
    }
}
