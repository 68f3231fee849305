package dev.fieldservice.ticket.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.ticket.plans.Life.Made;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random plans, lived through both changes of the clock, leap days, seasons, holidays and outages, beside a model that asks every day. */
class PlanWalkTest {

    private static final int YEARS = 6;
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Bucharest"),
            ZoneId.of("Africa/Cairo"),
            ZoneId.of("America/Havana"),
            ZoneId.of("Pacific/Auckland"));

    /** A plan, where it is, and how long nobody looks, each time. */
    record Way(Model model, String rule, int leadDays, ZoneId zone, List<Integer> outages) {

        PlanSchedule schedule() {
            return new PlanSchedule(rule, null, null, model.first(), null, model.season(), null);
        }

        Life lived(List<Integer> without) {
            Life life = new Life(new PlanCalendar(schedule(), model), leadDays, zone);
            LocalDate longBefore = model.first().minusDays(leadDays + 60);
            life.live(begins(longBefore), begins(model.first().plusYears(YEARS)), without.iterator());
            return life;
        }

        private Instant begins(LocalDate day) {
            return day.atStartOfDay(zone).toInstant();
        }

        LocalDate lastLook() {
            return model.first().plusYears(YEARS).minusDays(1);
        }
    }

    @Property(tries = 400)
    void theRuleHasTheDaysThatItSays(@ForAll("ways") Way way) {
        LocalDate last = way.model().first().plusYears(YEARS);

        List<LocalDate> days = Recurrence.of(way.schedule())
                .after(way.model().first().minusDays(1))
                .takeWhile(day -> !day.isAfter(last))
                .filter(way.model()::isInSeason)
                .toList();

        assertThat(days).as(way.rule()).isEqualTo(way.model().planned(last));
    }

    @Property(tries = 200)
    void whereNothingFailsEveryDayHasItsTicketInTime(@ForAll("ways") Way way) {
        Life life = way.lived(List.of());

        LocalDate reach = way.lastLook().plusDays(way.leadDays());
        List<LocalDate> expected = way.model().done(way.model().planned(reach.plusDays(30))).stream()
                .takeWhile(day -> !day.isAfter(reach))
                .toList();
        assertThat(life.made).extracting(Made::on).as(way.rule()).isEqualTo(expected);
        assertThat(life.skipped).isEmpty();
        assertThat(life.made)
                .allSatisfy(
                        made -> assertThat(made.madeOn()).isEqualTo(made.on().minusDays(way.leadDays())));
    }

    @Property(tries = 400)
    void afterOutagesNothingIsMadeTwiceOrForgottenAndOneTicketStandsForAllThatWasMissed(@ForAll("ways") Way way) {
        Life life = way.lived(way.outages());

        Set<LocalDate> planned =
                new HashSet<>(way.model().planned(way.lastLook().plusYears(3)));
        assertThat(life.made)
                .extracting(Made::planned)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(planned::contains);
        assertThat(life.made).extracting(Made::on).isSorted().doesNotHaveDuplicates();
        assertThat(life.skipped).doesNotHaveDuplicates().allMatch(planned::contains);
        assertThat(Collections.disjoint(
                        life.skipped, life.made.stream().map(Made::planned).toList()))
                .isTrue();
        assertThat(life.made).allSatisfy(made -> {
            assertThat(made.on()).isAfterOrEqualTo(made.madeOn());
            assertThat(way.model().isInSeason(made.on())).isTrue();
            assertThat(way.model().areWorkedOn(made.on())
                            || way.model().done(made.on()).equals(made.on()))
                    .isTrue();
        });
        assertThatOneStandsForAll(life);
        assertThatNothingIsForgotten(way, life);
    }

    private static void assertThatOneStandsForAll(Life life) {
        Set<LocalDate> late = new HashSet<>();
        life.made.stream()
                .filter(made -> made.planned().isBefore(made.madeOn()))
                .forEach(made -> assertThat(late.add(made.madeOn()))
                        .as("one that was missed is made on " + made.madeOn())
                        .isTrue());
    }

    /** Whatever was planned through the last ticket is made or skipped, or done together with one that is made. */
    private static void assertThatNothingIsForgotten(Way way, Life life) {
        if (life.made.isEmpty()) {
            return;
        }
        Set<LocalDate> told = new HashSet<>(life.skipped);
        life.made.forEach(made -> told.add(made.planned()));
        List<LocalDate> untold = way.model().planned(life.made.getLast().planned()).stream()
                .filter(day -> !told.contains(day))
                .toList();
        assertThat(untold)
                .as("falls on the day of another, or before what was made late")
                .allMatch(day -> life.made.stream()
                        .anyMatch(made -> made.planned().isBefore(day)
                                && !made.on().isBefore(way.model().done(day))));
    }

    @Provide
    Arbitrary<Way> ways() {
        Arbitrary<LocalDate> firsts = Arbitraries.integers()
                .between(0, 1500)
                .map(days -> LocalDate.of(2023, 12, 31).plusDays(days));
        return firsts.flatMap(first -> Combinators.combine(
                        rules(first),
                        seasons(),
                        holidays(first),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.of(ZONES),
                        Arbitraries.integers().between(0, 70).list().ofMaxSize(40))
                .as((rule, season, free, lead, zone, outages) ->
                        new Way(new Model(first, rule.ofDay(), season, free), rule.text(), lead, zone, outages)));
    }

    private static Arbitrary<Model.Rule> rules(LocalDate first) {
        Arbitrary<Integer> intervals = Arbitraries.integers().between(1, 4);
        Arbitrary<DayOfWeek> weekdays = Arbitraries.of(DayOfWeek.class);
        return Arbitraries.oneOf(
                Arbitraries.integers().between(1, 20).map(interval -> Model.daily(first, interval)),
                Combinators.combine(intervals, weekdays, weekdays)
                        .as((interval, one, other) -> Model.weekly(first, interval, one, other)),
                Combinators.combine(intervals, Arbitraries.of(1, 15, 28, 29, 30, 31, -1, -2))
                        .as((interval, day) -> Model.monthly(first, interval, day)),
                Combinators.combine(intervals, Arbitraries.of(1, 2, 3, 4, -1), weekdays)
                        .as((interval, which, day) -> Model.weekdayOfMonth(first, interval, which, day)),
                Combinators.combine(Arbitraries.of(1, 2), Arbitraries.of(3, 10))
                        .as((interval, month) -> Model.yearly(first, interval, month, 29)),
                Arbitraries.just(Model.yearly(first, 1, 2, 29)));
    }

    private static Arbitrary<Season> seasons() {
        Arbitrary<Integer> months = Arbitraries.integers().between(1, 12);
        return Combinators.combine(months, months).as(Season::new);
    }

    /** Some weeks without work, and some single days. */
    private static Arbitrary<Set<LocalDate>> holidays(LocalDate first) {
        return Combinators.combine(
                        Arbitraries.integers()
                                .between(-20, 365 * (YEARS + 1))
                                .set()
                                .ofMaxSize(60),
                        Arbitraries.integers()
                                .between(-20, 365 * (YEARS + 1))
                                .list()
                                .ofMaxSize(2))
                .as((single, weeks) -> {
                    Set<LocalDate> free = new HashSet<>();
                    single.forEach(days -> free.add(first.plusDays(days)));
                    weeks.forEach(days -> {
                        for (int i = 0; i < 12; i++) {
                            free.add(first.plusDays(days + i));
                        }
                    });
                    return free;
                });
    }
}
