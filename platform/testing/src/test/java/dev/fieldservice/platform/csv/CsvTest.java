package dev.fieldservice.platform.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A spreadsheet shows what somebody wrote and reckons with what we counted. */
class CsvTest {

    @Test
    void numbersAreNumbersBelowZeroTooAndWhatIsNotThereIsEmpty() {
        assertThat(line(new BigDecimal("-12.50"), 3, 4L, null, "Filtru")).isEqualTo("-12.50,3,4,,Filtru\r\n");
    }

    @Test
    void whatBeginsLikeAFormulaIsMadeText() {
        assertThat(line("=1+1", "-5", "@SUM", "a;=b")).isEqualTo("'=1+1,'-5,'@SUM,\"a;'=b\"\r\n");
    }

    @Test
    void whatWouldEndAFieldIsQuoted() {
        assertThat(line("Frig, \"Nord\"", "rând\nnou")).isEqualTo("\"Frig, \"\"Nord\"\"\",\"rând\nnou\"\r\n");
    }

    private static String line(Object... fields) {
        return Csv.write(List.of("a"), List.of(Arrays.asList(fields))).substring("a\r\n".length());
    }
}
