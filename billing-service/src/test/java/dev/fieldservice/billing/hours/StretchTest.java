package dev.fieldservice.billing.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Time is billed by the minute to the thousandth, day by day, and what the invoice says of it can be read in one way only. */
class StretchTest {

    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
    private static final ZoneId CAIRO = ZoneId.of("Africa/Cairo");
    private static final BigDecimal SIXTY = new BigDecimal(60);
    private static final Instant MORNING = Instant.parse("2026-03-02T08:34:12Z");

    @Test
    void timeIsBilledToTheThousandthOfAMinuteRoundedHalfUp() {
        assertThat(minutes("2026-03-02T08:34:12Z", "2026-03-02T08:54:12Z")).containsExactly("20.000");
        assertThat(minutes("2026-03-02T08:34:12Z", "2026-03-02T08:35:32Z")).containsExactly("1.333");
        assertThat(minutes("2026-03-02T08:34:12Z", "2026-03-02T08:34:41Z")).containsExactly("0.483");
        assertThat(minutes("2026-03-02T08:34:12Z", "2026-03-02T08:34:12.029Z")).containsExactly("0.000");
        assertThat(minutes("2026-03-02T08:34:12Z", "2026-03-02T08:34:12.030Z")).containsExactly("0.001");
    }

    @Test
    void aClockThatRanBackwardsBillsNothing() {
        assertThat(minutes("2026-03-02T08:34:12Z", "2026-03-02T08:34:11Z")).isEmpty();
    }

    @Test
    void aNightIsBilledOnTwoDays() {
        assertThat(words(BUCHAREST, "2026-03-31T20:30:00Z", "2026-03-31T22:10:00Z"))
                .containsExactly("2026-03-31 23:30–24:00", "2026-04-01 00:00–01:10");
        assertThat(minutes("2026-03-31T20:30:00Z", "2026-03-31T22:10:00Z")).containsExactly("30.000", "70.000");
    }

    @Test
    void onADayOnWhichTheClocksChangeTimesCarryTheirOffset() {
        assertThat(words(BUCHAREST, "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"))
                .as("03:30 comes twice")
                .containsExactly("2026-10-25 03:30+03:00–03:30+02:00");
        assertThat(words(BUCHAREST, "2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z"))
                .containsExactly("2026-03-29 02:30+02:00–04:30+03:00");
        assertThat(words(BUCHAREST, "2026-10-24T20:30:00Z", "2026-10-25T22:30:00Z"))
                .as("only that day's")
                .containsExactly(
                        "2026-10-24 23:30–24:00", "2026-10-25 00:00+03:00–24:00+02:00", "2026-10-26 00:00–00:30");
        assertThat(minutes("2026-10-24T20:30:00Z", "2026-10-25T22:30:00Z"))
                .as("that day has 25 hours")
                .containsExactly("30.000", "1500.000", "30.000");
    }

    @Test
    void aDayThatHasNoMidnightBeginsLater() {
        assertThat(words(CAIRO, "2026-04-23T21:30:00Z", "2026-04-23T22:30:00Z"))
                .containsExactly("2026-04-23 23:30–24:00", "2026-04-24 01:00+03:00–01:30+03:00");
    }

    @Property(tries = 500)
    void theDaysOfAnEntryAddUpToIt(
            @ForAll @IntRange(max = 200_000) int seconds, @ForAll @IntRange(max = 86_400) int later) {
        Instant start = MORNING.plusSeconds(later);
        List<Stretch> days = Stretch.of(start, start.plusSeconds(seconds), BUCHAREST);

        assertThat(days.stream().map(Stretch::minutes).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(BigDecimal.valueOf(seconds).divide(SIXTY, 3, RoundingMode.HALF_UP));
        assertThat(days).allMatch(stretch -> stretch.minutes().signum() >= 0);
        assertThat(days).extracting(Stretch::day).doesNotHaveDuplicates().isSorted();
        assertThat(days)
                .allSatisfy(stretch -> assertThat(LocalDate.ofInstant(stretch.from(), BUCHAREST))
                        .isEqualTo(stretch.day()));
    }

    private static List<String> minutes(String from, String to) {
        return Stretch.of(Instant.parse(from), Instant.parse(to), BUCHAREST).stream()
                .map(stretch -> stretch.minutes().toPlainString())
                .toList();
    }

    private static List<String> words(ZoneId zone, String from, String to) {
        return Stretch.of(Instant.parse(from), Instant.parse(to), zone).stream()
                .map(stretch -> "%s %s–%s".formatted(stretch.day(), stretch.begin(zone), stretch.end(zone)))
                .toList();
    }
}
