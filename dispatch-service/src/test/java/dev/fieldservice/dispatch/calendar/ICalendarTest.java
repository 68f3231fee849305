package dev.fieldservice.dispatch.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ICalendarTest {

    @Test
    void longLinesAreFoldedAfterSeventyFiveOctetsAndNeverInsideACharacter() {
        String line = "SUMMARY:" + "ș".repeat(100) + "🔧".repeat(20);

        String folded = ICalendar.folded(line);

        assertThat(List.of(folded.split("\r\n")))
                .hasSizeGreaterThan(3)
                .allSatisfy(part ->
                        assertThat(part.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(folded.replace("\r\n ", "")).isEqualTo(line);
    }

    @Test
    void textCannotEndItsLine() {
        assertThat(ICalendar.text("a;b,c\\d\r\nEND:VEVENT\ne")).isEqualTo("a\\;b\\,c\\\\d\\nEND:VEVENT\\ne");
    }
}
