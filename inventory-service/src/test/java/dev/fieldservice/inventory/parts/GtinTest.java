package dev.fieldservice.inventory.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {

    /** Examples of GS1: EAN-8, UPC-A, EAN-13 and a case of them. */
    @ParameterizedTest
    @CsvSource({
        "96385074, 00000096385074",
        "036000291452, 00036000291452",
        "5901234123457, 05901234123457",
        "10614141000415, 10614141000415"
    })
    void numbersOfAllLengthsAreOneSeries(String digits, String in14) {
        assertThat(Gtin.isRight(digits)).isTrue();
        assertThat(Gtin.in14Digits(digits)).isEqualTo(in14);
        assertThat(Gtin.isRight(in14)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"96385074", "036000291452", "5901234123457", "10614141000415"})
    void anyDigitThatIsMistypedIsFound(String digits) {
        Random random = new Random(8);
        for (int at = 0; at < digits.length(); at++) {
            char other = (char) ('0' + (digits.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
            String mistyped = digits.substring(0, at) + other + digits.substring(at + 1);
            assertThat(Gtin.isRight(mistyped)).as(mistyped).isFalse();
        }
    }
}
