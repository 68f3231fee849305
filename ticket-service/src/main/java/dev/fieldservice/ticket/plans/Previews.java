package dev.fieldservice.ticket.plans;

import dev.fieldservice.ticket.meters.MeterReadings;
import dev.fieldservice.ticket.plans.PlanLifecycle.State;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Says what a plan will do, by the calendar as it is now. */
@ApplicationScoped
class Previews {

    private final PlanRounds rounds;
    private final Clock clock;

    Previews(PlanRounds rounds, Clock clock) {
        this.rounds = rounds;
        this.clock = clock;
    }

    Uni<PreviewView> of(Mutiny.Session session, MaintenancePlan plan, int count) {
        if (plan.state == State.ENDED) {
            return Uni.createFrom().item(new PreviewView("the plan has ended", List.of()));
        }
        return rounds.now(session, plan, clock.instant()).chain(now -> switch (plan.schedule.rhythm()) {
            case RULE ->
                PlanRounds.known(session, plan)
                        .map(known -> new PreviewView(words(plan), days(plan, now, known, count)));
            case AFTER_DONE -> Uni.createFrom().item(single(plan, now, afterDone(plan)));
            case METER ->
                MeterReadings.total(session, plan.assetId, plan.schedule.meter().unit())
                        .map(total -> single(plan, now, byMeter(plan, total)));
        });
    }

    private static String words(MaintenancePlan plan) {
        return plan.state == State.PAUSED ? "nothing is made while the plan is paused" : null;
    }

    private static List<PreviewView.Day> days(
            MaintenancePlan plan, PlanRounds.Now now, Map<LocalDate, LocalDate> known, int count) {
        LocalDate yesterday = now.today().minusDays(1);
        LocalDate lastOn = plan.lastOn;
        List<PreviewView.Day> days = new ArrayList<>();
        Iterator<PlannedDay> all = now.calendar()
                .after(plan.considered.isBefore(yesterday) ? yesterday : plan.considered)
                .iterator();
        while (days.size() < count && all.hasNext()) {
            PlannedDay day = all.next();
            if (known.containsKey(day.planned())) {
                lastOn = Round.later(lastOn, known.get(day.planned()));
            } else if (day.isDone() && !day.isDoneAfter(lastOn)) {
                days.add(PreviewView.Day.of(
                        day.leftOut(DayReason.FALLS_TOGETHER, "falls together with the one of " + lastOn),
                        plan.leadDays));
            } else {
                lastOn = Round.later(lastOn, day.on());
                days.add(PreviewView.Day.of(day, plan.leadDays));
            }
        }
        return days;
    }

    private static PreviewView single(MaintenancePlan plan, PlanRounds.Now now, String awaited) {
        return plan.nextDay == null
                ? new PreviewView(awaited, List.of())
                : new PreviewView(
                        words(plan), List.of(PreviewView.Day.of(now.calendar().place(plan.nextDay), plan.leadDays)));
    }

    private static String afterDone(MaintenancePlan plan) {
        return "%d days after what is open now is done".formatted(plan.schedule.daysAfterDone());
    }

    private static String byMeter(MaintenancePlan plan, Optional<BigDecimal> total) {
        MeterInterval meter = plan.schedule.meter();
        return total.map(counted -> "at %s %s; counted so far: %s"
                        .formatted(
                                plain(Optional.ofNullable(plan.meterBase)
                                        .orElse(counted)
                                        .add(meter.every())),
                                meter.unit(),
                                plain(counted)))
                .orElse("after the first reading of the meter");
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
