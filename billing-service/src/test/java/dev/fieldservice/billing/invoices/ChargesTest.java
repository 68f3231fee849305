package dev.fieldservice.billing.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.billing.pricing.DayHours;
import dev.fieldservice.billing.pricing.PriceRule;
import dev.fieldservice.billing.pricing.PriceRules;
import dev.fieldservice.billing.pricing.Rules;
import dev.fieldservice.billing.pricing.WorkKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the bands, the calendar and the clocks do: no minute is charged twice, none is lost, and each in the band that it is in. */
class ChargesTest {

    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
    private static final UUID CUSTOMER = UUID.randomUUID();
    private static final String ORDINARY = "";

    /** Before the clocks go forward in Bucharest, and before they go back. */
    private static final List<Instant> DAYS_BEFORE =
            List.of(Instant.parse("2026-03-27T22:00:00Z"), Instant.parse("2026-10-23T21:00:00Z"));

    private static final LocalDate HOLIDAY = LocalDate.of(2026, 3, 30);
    private static final PriceRules RULES = Rules.of(
            Set.of(HOLIDAY),
            Rules.band("Seara", 125, null, false, new DayHours("18:00", "22:15")),
            Rules.band("Noaptea", 150, null, false, new DayHours("00:00", "03:20"), new DayHours("22:15", "24:00")),
            Rules.band("Duminica", 175, List.of(DayOfWeek.SUNDAY), false, new DayHours("02:40", "03:40")),
            Rules.band("Sărbătoare", 200, null, true));

    @Property(tries = 300)
    void eachMinuteIsChargedOnceAndInTheBandThatTheClockShows(
            @ForAll @IntRange(max = 1) int change,
            @ForAll @IntRange(max = 4000) int later,
            @ForAll @IntRange(min = 1, max = 2000) int minutes) {
        Instant from = DAYS_BEFORE.get(change).plus(Duration.ofMinutes(later));
        Instant to = from.plus(Duration.ofMinutes(minutes));

        List<Charge> charges = charges(RULES, from, to);

        Map<String, Integer> expected = new TreeMap<>();
        for (Instant minute = from; minute.isBefore(to); minute = minute.plus(Duration.ofMinutes(1))) {
            expected.merge(bandAt(minute.atZone(BUCHAREST)), 1, Integer::sum);
        }
        Map<String, Integer> charged = new TreeMap<>();
        charges.forEach(charge -> charged.merge(
                charge.origin().rule() == null
                        ? ORDINARY
                        : charge.origin().rule().name(),
                charge.quantity().intValueExact(),
                Integer::sum));
        assertThat(charged).isEqualTo(expected);
        assertThat(charges)
                .allMatch(charge -> charge.performedOn()
                        .equals(charge.beganAt().atZone(BUCHAREST).toLocalDate()));
    }

    /** As a person reads it off the clock on the wall and the calendar. */
    private static String bandAt(ZonedDateTime clock) {
        int time = clock.getHour() * 60 + clock.getMinute();
        if (clock.toLocalDate().equals(HOLIDAY)) {
            return "Sărbătoare";
        }
        if (clock.getDayOfWeek() == DayOfWeek.SUNDAY && time >= 160 && time < 220) {
            return "Duminica";
        }
        if (time < 200 || time >= 1335) {
            return "Noaptea";
        }
        return time >= 1080 ? "Seara" : ORDINARY;
    }

    @Property(tries = 300)
    void addedTimeFillsUpToTheQuarterOrTheMinimumAndNeverMore(
            @ForAll @IntRange(min = 1, max = 30_000) int seconds, @ForAll @IntRange(min = 1, max = 120) int least) {
        Instant from = DAYS_BEFORE.getFirst();
        PriceRule minimum = Rules.minimum(least);
        List<Charge> charges =
                charges(Rules.of(Set.of(), Rules.startedQuarter(), minimum), from, from.plusSeconds(seconds));
        BigDecimal worked = sum(charges, LineKind.LABOUR);

        BigDecimal quarters =
                worked.divide(new BigDecimal(15), 0, RoundingMode.UP).multiply(new BigDecimal(15));
        BigDecimal expected = worked.compareTo(new BigDecimal(least)) < 0 ? new BigDecimal(least) : quarters;
        assertThat(worked.add(sum(charges, LineKind.ADDED_TIME))).isEqualByComparingTo(expected);
    }

    private static BigDecimal sum(List<Charge> charges, LineKind kind) {
        return charges.stream()
                .filter(charge -> charge.kind() == kind)
                .map(Charge::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Charge> charges(PriceRules rules, Instant from, Instant to) {
        Work.Spent entry =
                new Work.Spent(UUID.randomUUID(), UUID.randomUUID(), "Ana", WorkKind.LABOUR, from, to, 1, null, null);
        Work work = new Work(UUID.randomUUID(), BUCHAREST, null, null, null, null, List.of(), List.of(entry), Set.of());
        return Charges.of(work, rules, work.deal(CUSTOMER));
    }
}
