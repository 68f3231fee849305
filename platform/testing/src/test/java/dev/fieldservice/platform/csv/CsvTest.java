package dev.fieldservice.platform.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

    @Test
    void whatIsWrittenIsReadAgain() {
        List<String> fields = List.of("Frig, \"Nord\"", "rând\nnou", "", "\"", "a;b", "Ștefan");
        List<List<String>> read = new ArrayList<>();
        CsvReader.read(Csv.write(List.of("a", "b", "c", "d", "e", "f"), List.of(fields)), read::add);

        assertThat(read).containsExactly(List.of("a", "b", "c", "d", "e", "f"), fields);
    }

    @Test
    void semicolonsMarksAndLinesWithoutAnythingAreRead() throws CharacterCodingException {
        List<List<String>> read = new ArrayList<>();
        byte[] file = "\uFEFFa;b\r\n\r\n1,5;\"x;\"\r\n;\r\n2;y".getBytes(StandardCharsets.UTF_8);
        CsvReader.read(CsvReader.decoded(file), read::add);

        assertThat(read).containsExactly(List.of("a", "b"), List.of("1,5", "x;"), List.of("2", "y"));
    }

    private static String line(Object... fields) {
        return Csv.write(List.of("a"), List.of(Arrays.asList(fields))).substring("a\r\n".length());
    }

    /** Two megabytes of them would take fifty. */
    @Test
    void ofALineOfMoreFieldsThanAnyListHasTheRestIsNotKept() {
        List<List<String>> read = new ArrayList<>();
        CsvReader.read("x,".repeat(100_000) + "\na,b\n", read::add);
        assertThat(read).extracting(List::size).containsExactly(CsvReader.MOST_FIELDS + 1, 2);
    }
}
