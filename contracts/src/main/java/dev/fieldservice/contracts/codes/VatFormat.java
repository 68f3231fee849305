package dev.fieldservice.contracts.codes;

import static dev.fieldservice.contracts.codes.CheckDigits.digit;
import static dev.fieldservice.contracts.codes.CheckDigits.iso97Over10;
import static dev.fieldservice.contracts.codes.CheckDigits.last;
import static dev.fieldservice.contracts.codes.CheckDigits.luhn;
import static dev.fieldservice.contracts.codes.CheckDigits.number;
import static dev.fieldservice.contracts.codes.CheckDigits.weighed;

import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The VAT identifiers of one country: their form, and their check digit where it is known how it is made. The forms are those
 * of VIES.
 */
record VatFormat(Pattern form, Predicate<String> check) {

    private static final Map<String, VatFormat> EU = Map.ofEntries(
            of("AT", "U[0-9]{8}", VatFormat::austria),
            of("BE", "(?!0{8})[01][0-9]{9}", n -> 97 - number(n.substring(0, 8)) % 97 == number(n.substring(8))),
            of("BG", "[0-9]{9,10}", Bulgaria::fits),
            of("CY", "(?!12)[0-9]{8}[A-Z]", VatFormat::cyprus),
            of("CZ", "[0-9]{8,10}", Czechia::fits),
            of("DE", "[1-9][0-9]{8}", CheckDigits::iso11Over10),
            of("DK", "[1-9][0-9]{7}", n -> weighed(n, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
            of("EE", "10[0-9]{7}", n -> (10 - weighed(n, 3, 7, 1, 3, 7, 1, 3, 7) % 10) % 10 == last(n)),
            of("EL", "[0-9]{9}", n -> weighed(n, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == last(n)),
            of("ES", "[A-Z][0-9]{7}[0-9A-Z]|[0-9]{8}[A-Z]", Spain::fits),
            of("FI", "[0-9]{8}", n -> (11 - weighed(n, 7, 9, 10, 5, 8, 4, 2) % 11) % 11 == last(n)),
            of("FR", "[0-9A-HJ-NP-Z]{2}(?!0{9})[0-9]{9}", VatFormat::france),
            of("HR", "[0-9]{11}", CheckDigits::iso11Over10),
            of("HU", "[0-9]{8}", n -> (10 - weighed(n, 9, 7, 3, 1, 9, 7, 3) % 10) % 10 == last(n)),
            of("IE", "[0-9]{7}[A-W][A-I]?|[0-9][A-Z+*][0-9]{5}[A-W]", VatFormat::ireland),
            of("IT", "[0-9]{11}", CheckDigits::luhn),
            of("LT", "[0-9]{7}1[0-9]|[0-9]{10}1[0-9]", VatFormat::lithuania),
            of("LU", "[0-9]{8}", n -> number(n.substring(0, 6)) % 89 == number(n.substring(6))),
            of("LV", "[0-9]{11}", VatFormat::latvia),
            of("MT", "(?!0{6})[0-9]{8}", n -> 37 - weighed(n, 3, 4, 6, 7, 8, 9) % 37 == number(n.substring(6))),
            of("NL", "(?!0{9})[0-9]{9}B[0-9]{2}", VatFormat::netherlands),
            of("PL", "[0-9]{10}", n -> weighed(n, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == last(n)),
            of("PT", "[1-9][0-9]{8}", VatFormat::portugal),
            of("RO", "[1-9][0-9]{1,9}", VatFormat::romania),
            of("SE", "(?!0{10})[0-9]{10}(0[1-9]|[1-8][0-9]|9[0-4])", n -> luhn(n.substring(0, 10))),
            of("SI", "[1-9][0-9]{7}", n -> (11 - weighed(n, 8, 7, 6, 5, 4, 3, 2) % 11) % 10 == last(n)),
            of("SK", "[1-9][0-9]{9}", n -> number(n) % 11 == 0),
            of("XI", "[0-9]{9}([0-9]{3})?|(GD|HA)[0-9]{3}", VatFormat::northernIreland));

    private static Map.Entry<String, VatFormat> of(String country, String form, Predicate<String> check) {
        return Map.entry(country, new VatFormat(Pattern.compile(form), check));
    }

    /** Whether its form is known. @param country ISO code; null for none */
    static boolean isKnown(String country) {
        return country != null && EU.containsKey(key(country));
    }

    private static String key(String country) {
        return country.equals("GR") ? "EL" : country;
    }

    /** True of countries whose form is not known here. Zeros alone are nobody's number. */
    static boolean fits(String country, String number) {
        VatFormat format = EU.get(key(country));
        boolean isAllZeros = number.chars().noneMatch(c -> c >= '1' && c <= '9');
        return !isAllZeros && (format == null || (format.form.matcher(number).matches() && format.check.test(number)));
    }

    /** Every other digit, from the first, stands for another number. */
    private static boolean cyprus(String number) {
        int[] stands = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += i % 2 == 0 ? stands[digit(number, i)] : digit(number, i);
        }
        return number.charAt(8) == 'A' + sum % 26;
    }

    /** Numbers of before 2013 have a letter or sign in second place, which does not count, and their first digit counts last. */
    private static boolean ireland(String number) {
        String letters = "WABCDEFGHIJKLMNOPQRSTUV";
        boolean isOld = !Character.isDigit(number.charAt(1));
        String digits = isOld ? "0" + number.substring(2, 7) + number.charAt(0) : number.substring(0, 7);
        int more = isOld || number.length() == 8 ? 0 : letters.indexOf(number.charAt(8));
        return number.charAt(7) == letters.charAt((weighed(digits, 8, 7, 6, 5, 4, 3, 2) + 9 * more) % 23);
    }

    /** Where the first weights leave 10, others decide. */
    private static boolean lithuania(String number) {
        int first = running(number, 1) % 11;
        return (first == 10 ? running(number, 3) % 11 % 10 : first) == last(number);
    }

    /** Weights that run from 1 to 9 and begin anew. */
    private static int running(String number, int from) {
        int sum = 0;
        for (int i = 0; i < number.length() - 1; i++) {
            sum += ((from - 1 + i) % 9 + 1) * digit(number, i);
        }
        return sum;
    }

    /** People have numbers that begin with 3 or less, companies others. */
    private static boolean latvia(String number) {
        return digit(number, 0) > 3
                ? weighed(number, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3
                : (1 + weighed(number, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9)) % 11 % 10 == last(number);
    }

    /** Made as in Great Britain, in either of two ways; departments and hospitals have numbers without a check. */
    private static boolean northernIreland(String number) {
        if (number.length() == 5) {
            return true;
        }
        long sum = weighed(number, 8, 7, 6, 5, 4, 3, 2) + number(number.substring(7, 9));
        return sum % 97 == 0 || (sum + 55) % 97 == 0;
    }

    /** The number is filled up to ten digits from the left. */
    private static boolean romania(String number) {
        String filled = "0".repeat(10 - number.length()) + number;
        return weighed(filled, 7, 5, 3, 2, 1, 7, 5, 3, 2) * 10 % 11 % 10 == last(filled);
    }

    private static boolean austria(String number) {
        int sum = 4;
        for (int i = 1; i <= 7; i++) {
            int value = digit(number, i) * (i % 2 == 0 ? 2 : 1);
            sum += value / 10 + value % 10;
        }
        return (10 - sum % 10) % 10 == last(number);
    }

    /** Keys with a letter are made otherwise, which is not published. */
    private static boolean france(String number) {
        String key = number.substring(0, 2);
        return !key.matches("[0-9]{2}") || (12 + 3 * (number(number.substring(2)) % 97)) % 97 == number(key);
    }

    /** Companies have the old check digit; since 2020 sole traders have two over the whole. */
    private static boolean netherlands(String number) {
        return weighed(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == digit(number, 8) || iso97Over10("NL" + number);
    }

    private static boolean portugal(String number) {
        int rest = 11 - weighed(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return (rest > 9 ? 0 : rest) == last(number);
    }
}
