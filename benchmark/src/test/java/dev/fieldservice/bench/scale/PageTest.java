package dev.fieldservice.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final Path CHECKOUT = Path.of("..");

    /** If not: {@code ./scale --write}. */
    @Test
    void thePageSaysWhatTheCommandPrints() throws IOException {
        var page = Files.readString(CHECKOUT.resolve(Scale.PAGE));

        assertThat(Page.with(Tables.of(Scale.figures(CHECKOUT)), page)).isEqualTo(page);
    }

    @Test
    void onlyWhatStandsBetweenTheMarksIsWrittenAnew() {
        var page = "Words.\n<!-- ./scale day -->\n| old |\n<!-- end -->\nMore | words |.\n";

        assertThat(Page.with(Map.of("day", "| $1 |\n"), page))
                .isEqualTo("Words.\n<!-- ./scale day -->\n| $1 |\n<!-- end -->\nMore | words |.\n");
        assertThatThrownBy(() -> Page.with(Map.of("day", "", "needs", ""), page))
                .hasMessageContaining("needs");
    }

    @Test
    void numbersAreSaidWithThreeDigitsThatCount() {
        assertThat(Words.of(0.012345)).isEqualTo("0.0123");
        assertThat(Words.of(1.2345)).isEqualTo("1.23");
        assertThat(Words.of(12.345)).isEqualTo("12.3");
        assertThat(Words.of(600_000)).isEqualTo("600 000");
        assertThat(Words.of(1234.5)).isEqualTo("1 235");
        assertThat(Words.range(2, 2)).isEqualTo("2");
        assertThat(Words.range(2, 7)).isEqualTo("2 to 7");
        assertThat(Words.of(Words.roughly(8_672))).isEqualTo("8 600");
        assertThat(Words.time(0.0004)).isEqualTo("0");
        assertThat(Words.time(0.0123)).isEqualTo("12 ms");
        assertThat(Words.time(75)).isEqualTo("75 s");
        assertThat(Words.time(1_800)).isEqualTo("30 min");
    }

    @Test
    void aTableIsMarkdown() {
        assertThat(Words.table(List.of("a", "b"), List.of(List.of("1", "2"))))
                .isEqualTo("| a | b |\n|---|---|\n| 1 | 2 |\n");
    }
}
