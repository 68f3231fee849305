package dev.fieldservice.ticket.company;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.ticket.Frigotehnica;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Worked out by hand for a company that works from 8 to 12 and from 12:30 to 17, five days a week, in Bucharest. */
class WorkTimeTest {

    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    private final WorkTime time = of(Frigotehnica.details());

    private static WorkTime of(Map<String, Object> details) {
        return new WorkTime(JSON.convertValue(details, CompanyDetails.class), new PublicHolidays());
    }

    /** One who works all Sunday. */
    private static WorkTime onSundays() {
        return onSundays(List.of(Map.of("from", "00:00", "to", "24:00")));
    }

    private static WorkTime onSundays(List<Map<String, String>> hours) {
        Map<String, Object> details = Frigotehnica.details();
        details.put("workingHours", List.of(Map.of("day", "SUNDAY", "hours", hours)));
        return of(details);
    }

    @Test
    void theBreakAtNoonDoesNotCount() {
        assertThat(time.plus(at("2026-03-02T09:30:00Z"), Duration.ofHours(1))).isEqualTo(at("2026-03-02T11:00:00Z"));
        assertThat(time.between(at("2026-03-02T09:30:00Z"), at("2026-03-02T11:00:00Z")))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void whatIsLeftOfFridayIsDoneOnMonday() {
        assertThat(time.plus(at("2026-02-27T14:00:00Z"), Duration.ofHours(4))).isEqualTo(at("2026-03-02T09:00:00Z"));
    }

    @Test
    void overOrthodoxEasterNobodyWorksFromGoodFridayToMonday() {
        Instant thursday = at("2026-04-09T13:30:00Z");

        assertThat(time.plus(thursday, Duration.ofHours(2))).isEqualTo(at("2026-04-14T06:30:00Z"));
        assertThat(time.between(thursday, at("2026-04-14T06:30:00Z"))).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void theShutdownInAugustDoesNotCount() {
        assertThat(time.plus(at("2026-07-31T13:00:00Z"), Duration.ofMinutes(90)))
                .isEqualTo(at("2026-08-17T05:30:00Z"));
    }

    @Test
    void aSundayWithoutAnHourHas23AndOneWithAnHourTwiceHas25() {
        WorkTime sundays = onSundays();

        assertThat(sundays.between(at("2026-03-28T00:00:00Z"), at("2026-03-30T00:00:00Z")))
                .isEqualTo(Duration.ofHours(23));
        assertThat(sundays.between(at("2026-10-24T00:00:00Z"), at("2026-10-26T00:00:00Z")))
                .isEqualTo(Duration.ofHours(25));
        assertThat(sundays.plus(at("2026-03-28T12:00:00Z"), Duration.ofHours(4)))
                .isEqualTo(at("2026-03-29T02:00:00Z"));
        assertThat(sundays.plus(at("2026-10-24T12:00:00Z"), Duration.ofHours(24)))
                .isEqualTo(at("2026-10-25T21:00:00Z"));
    }

    @Test
    void spansThatMeetInTheHourThatComesTwiceHaveItOnce() {
        WorkTime sundays =
                onSundays(List.of(Map.of("from", "00:00", "to", "03:30"), Map.of("from", "03:30", "to", "08:00")));

        assertThat(sundays.between(at("2026-10-24T00:00:00Z"), at("2026-10-26T00:00:00Z")))
                .isEqualTo(Duration.ofHours(9));
        assertThat(sundays.plus(at("2026-10-24T12:00:00Z"), Duration.ofHours(9)))
                .isEqualTo(at("2026-10-25T06:00:00Z"));
        assertThat(sundays.plus(at("2026-10-24T12:00:00Z"), Duration.ofHours(5)))
                .isEqualTo(at("2026-10-25T02:00:00Z"));
    }

    /** In New York clocks change three weeks before those of the company, and back a week after. */
    @Test
    void aSiteHasTheSundaysOfItsOwnZone() {
        Map<String, Object> calendar = Map.of(
                "workingHours",
                List.of(Map.of("day", "SUNDAY", "hours", List.of(Map.of("from", "01:30", "to", "03:30")))),
                "specialDays",
                List.of());
        WorkTime site = new WorkTime(
                JSON.convertValue(calendar, CalendarDetails.class),
                Locale.ROOT,
                ZoneId.of("America/New_York"),
                new PublicHolidays());

        assertThat(site.between(at("2026-03-08T00:00:00Z"), at("2026-03-09T00:00:00Z")))
                .isEqualTo(Duration.ofHours(1));
        assertThat(site.plus(at("2026-03-08T00:00:00Z"), Duration.ofHours(1))).isEqualTo(at("2026-03-08T07:30:00Z"));
        assertThat(site.between(at("2026-11-01T00:00:00Z"), at("2026-11-02T00:00:00Z")))
                .isEqualTo(Duration.ofHours(3));
        assertThat(site.plus(at("2026-11-01T00:00:00Z"), Duration.ofHours(2))).isEqualTo(at("2026-11-01T07:30:00Z"));
        assertThat(site.between(at("2026-03-29T00:00:00Z"), at("2026-03-30T00:00:00Z")))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void whoHasNoWorkingHoursIsAlwaysAsked() {
        Map<String, Object> details = Frigotehnica.details();
        details.put("workingHours", List.of());

        assertThat(of(details).plus(at("2026-03-02T09:30:00Z"), Duration.ofHours(1)))
                .isEqualTo(at("2026-03-02T10:30:00Z"));
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}
