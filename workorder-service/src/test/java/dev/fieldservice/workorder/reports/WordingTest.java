package dev.fieldservice.workorder.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WordingTest {

    private final Wording words = new Wording(ReportLanguage.EN, ZoneId.of("Europe/Bucharest"));

    @Test
    void aTimeOfTheNextDaySaysItsDate() {
        Instant eightInTheEvening = Instant.parse("2026-03-02T18:00:00Z");

        assertThat(words.time(Instant.parse("2026-03-02T21:59:00Z"), eightInTheEvening))
                .isEqualTo("23:59");
        assertThat(words.time(Instant.parse("2026-03-02T22:00:00Z"), eightInTheEvening))
                .isEqualTo("3 Mar 2026, 00:00");
    }

    @Test
    void aTimeThatTheClockShowedTwiceSaysWhichItWas() {
        assertThat(words.time(Instant.parse("2026-10-25T00:30:00Z"))).isEqualTo("03:30 (UTC+03:00)");
        assertThat(words.time(Instant.parse("2026-10-25T01:30:00Z"))).isEqualTo("03:30 (UTC+02:00)");
        assertThat(words.dateAndTime(Instant.parse("2026-10-25T01:30:00Z")))
                .isEqualTo("25 Oct 2026, 03:30 (UTC+02:00)");
        assertThat(words.time(Instant.parse("2026-10-25T02:30:00Z"))).isEqualTo("04:30");
    }

    @Test
    void anAmountInAUnitThatIsNotKnownHasItsCode() {
        assertThat(words.quantity(new BigDecimal("1.50"), "ZZ")).isEqualTo("1.5 ZZ");
        assertThat(words.quantity(new BigDecimal("7.2"), null)).isEqualTo("7.2");
    }
}
