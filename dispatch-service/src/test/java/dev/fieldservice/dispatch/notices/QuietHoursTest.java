package dev.fieldservice.dispatch.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

    @ParameterizedTest
    @CsvSource({
        // over midnight
        "21:00, 07:00, 2026-12-01T10:00:00Z, 2026-12-01T10:00:00Z",
        "21:00, 07:00, 2026-12-01T18:59:59Z, 2026-12-01T18:59:59Z",
        "21:00, 07:00, 2026-12-01T19:00:00Z, 2026-12-02T05:00:00Z",
        "21:00, 07:00, 2026-12-01T23:30:00Z, 2026-12-02T05:00:00Z",
        "21:00, 07:00, 2026-12-02T05:00:00Z, 2026-12-02T05:00:00Z",
        // within a day
        "13:00, 15:00, 2026-12-01T11:00:00Z, 2026-12-01T13:00:00Z",
        "13:00, 15:00, 2026-12-01T13:00:00Z, 2026-12-01T13:00:00Z",
        // none
        "00:00, 00:00, 2026-12-01T23:00:00Z, 2026-12-01T23:00:00Z",
        // an hour more, and an hour less, that night
        "21:00, 07:00, 2026-10-24T20:00:00Z, 2026-10-25T05:00:00Z",
        "21:00, 07:00, 2026-03-28T20:00:00Z, 2026-03-29T04:00:00Z",
        // the end does not exist that night
        "21:00, 03:30, 2026-03-28T20:00:00Z, 2026-03-29T01:30:00Z"
    })
    void nobodyIsWrittenToInThem(LocalTime from, LocalTime until, Instant moment, Instant after) {
        assertThat(new QuietHours(from, until).after(moment, BUCHAREST)).isEqualTo(after);
    }
}
