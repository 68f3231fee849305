package dev.fieldservice.ticket.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.problems.Refused;
import dev.fieldservice.ticket.company.Calendars;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Looked up by hand in the calendar of Frigotehnica: Romania's holidays, five days a week, closed in the first half of August 2026. */
class PlanCalendarTest {

    private static final LocalDate DAY = LocalDate.parse("2026-01-05");

    @Test
    void aDayThatIsWorkedOnStays() {
        assertThat(place(byRule("FREQ=DAILY", "2026-01-05"), "2026-03-02"))
                .isEqualTo(PlannedDay.done(LocalDate.parse("2026-03-02")));
    }

    @Test
    void whatFallsOnChristmasIsDoneOnTheMondayAfter() {
        PlannedDay christmas = place(byRule("FREQ=DAILY", "2026-01-05"), "2026-12-25");

        assertThat(christmas.on()).isEqualTo("2026-12-28");
        assertThat(christmas.reason()).isEqualTo(DayReason.NOT_A_WORKING_DAY);
        assertThat(christmas.words()).startsWith("2026-12-25 (").endsWith("is no working day; moved to 2026-12-28");
    }

    @Test
    void overOrthodoxEasterNothingIsDoneFromGoodFridayToMonday() {
        assertThat(place(byRule("FREQ=DAILY", "2026-01-05"), "2026-04-10").on()).isEqualTo("2026-04-14");
    }

    @Test
    void theShutDownInAugustIsNamed() {
        PlannedDay shut = place(byRule("FREQ=DAILY", "2026-01-05"), "2026-08-03");

        assertThat(shut.on()).isEqualTo("2026-08-17");
        assertThat(shut.words()).contains("Concediu colectiv");
    }

    @Test
    void whoWorksOnAnyDayIsLeftAlone() {
        PlanSchedule schedule = new PlanSchedule("FREQ=DAILY", null, null, DAY, null, null, false);

        assertThat(place(schedule, "2026-12-25").on()).isEqualTo("2026-12-25");
    }

    @Test
    void theTwentyNinthOfFebruaryComesInLeapYears() {
        assertThat(days(byRule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2024-02-29"), 3))
                .containsExactly("2024-02-29", "2028-02-29", "2032-02-29");
    }

    @Test
    void theThirtyFirstSkipsShortMonthsAndTheLastDayDoesNot() {
        assertThat(days(byRule("FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-31"), 3))
                .containsExactly("2026-01-31", "2026-03-31", "2026-05-31");
        assertThat(days(byRule("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31"), 3))
                .containsExactly("2026-01-31", "2026-02-28", "2026-03-31");
    }

    @Test
    void aRuleEndsByCountByDateAndByTheLastDayOfThePlan() {
        assertThat(days(byRule("FREQ=WEEKLY;COUNT=2", "2026-01-05"), 9)).containsExactly("2026-01-05", "2026-01-12");
        assertThat(days(byRule("FREQ=WEEKLY;UNTIL=20260112", "2026-01-05"), 9))
                .containsExactly("2026-01-05", "2026-01-12");
        PlanSchedule until =
                new PlanSchedule("FREQ=WEEKLY", null, null, DAY, LocalDate.parse("2026-01-18"), null, null);
        assertThat(days(until, 9)).containsExactly("2026-01-05", "2026-01-12");
    }

    @Test
    void ofARuleADayOutsideTheSeasonIsLeftOut() {
        PlanSchedule winter = inSeason("FREQ=MONTHLY;BYMONTHDAY=5", null, 11, 3);

        assertThat(place(winter, "2026-02-05").on()).isEqualTo("2026-02-05");
        assertThat(place(winter, "2026-06-05").isDone()).isFalse();
        assertThat(place(winter, "2026-06-05").reason()).isEqualTo(DayReason.OUT_OF_SEASON);
    }

    @Test
    void whatFollowsFromTheLastTimeWaitsForTheSeason() {
        PlannedDay summer = place(inSeason(null, 90, 11, 3), "2026-06-05");

        assertThat(summer.on()).isEqualTo("2026-11-02");
        assertThat(summer.words())
                .contains("outside the season; moved to 2026-11-01")
                .endsWith("moved to 2026-11-02");
    }

    @Test
    void whereTheNextDayOfWorkLiesBehindTheSeasonTheLastBeforeIsTaken() {
        PlannedDay last = place(inSeason("FREQ=MONTHLY;BYMONTHDAY=31", null, 11, 1), "2027-01-31");

        assertThat(last.on()).isEqualTo("2027-01-29");
    }

    @Test
    void whatIsNoRuleOfDaysIsRefused() {
        for (String wrong : List.of(
                "every monday",
                "FREQ=HOURLY",
                "FREQ=DAILY;BYHOUR=8",
                "FREQ=WEEKLY;UNTIL=20260112T080000Z",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=WEEKLY;COUNT=0")) {
            Assertions.assertThatThrownBy(() -> byRule(wrong, "2026-01-05").require(false))
                    .as(wrong)
                    .isInstanceOf(Refused.class);
        }
        Assertions.assertThatThrownBy(() -> inSeason("FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1", null, 11, 3)
                        .require(false))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aTicketIsMadeWhenItsDayBeginsAtTheSite() {
        LocalDate monday = LocalDate.parse("2027-03-29");
        ZoneId bucharest = ZoneId.of("Europe/Bucharest");
        assertThat(Round.ticketAt(monday, 0, bucharest)).isEqualTo("2027-03-28T21:00:00Z");
        assertThat(Round.ticketAt(monday, 1, bucharest)).isEqualTo("2027-03-27T22:00:00Z");
        assertThat(Round.ticketAt(LocalDate.parse("2026-10-26"), 0, bucharest)).isEqualTo("2026-10-25T22:00:00Z");
        assertThat(Round.ticketAt(LocalDate.parse("2026-10-26"), 1, bucharest)).isEqualTo("2026-10-24T21:00:00Z");
        // In Cairo the clock skips midnight itself.
        assertThat(Round.ticketAt(LocalDate.parse("2025-04-25"), 0, ZoneId.of("Africa/Cairo")))
                .isEqualTo("2025-04-24T22:00:00Z");
    }

    private static PlanSchedule byRule(String rule, String first) {
        return new PlanSchedule(rule, null, null, LocalDate.parse(first), null, null, null);
    }

    private static PlanSchedule inSeason(String rule, Integer daysAfterDone, int from, int through) {
        return new PlanSchedule(rule, daysAfterDone, null, DAY, null, new Season(from, through), null);
    }

    private static PlannedDay place(PlanSchedule schedule, String day) {
        return new PlanCalendar(schedule, Calendars.frigotehnica()).place(LocalDate.parse(day));
    }

    private static List<String> days(PlanSchedule schedule, int count) {
        return new PlanCalendar(schedule, Calendars.frigotehnica())
                .after(schedule.firstDay().minusDays(1))
                .limit(count)
                .map(day -> day.planned().toString())
                .toList();
    }
}
