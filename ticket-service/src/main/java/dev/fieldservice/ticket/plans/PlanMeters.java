package dev.fieldservice.ticket.plans;

import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.meters.MeterReadings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Looks whether a machine has run so far that a service is due. */
@ApplicationScoped
class PlanMeters {

    /** So many that were jumped over are named; a reading that jumps over more names the newest of them. */
    private static final int MOST_NAMED = 50;

    /** Of several that were passed since the last reading only the last is due; the others are skipped by name. */
    Uni<Void> read(Tx tx, MaintenancePlan plan, LocalDate today) {
        String unit = plan.schedule.meter().unit();
        return begin(tx, plan, unit)
                .chain(() -> MeterReadings.total(tx.session(), plan.assetId, unit))
                .chain(total -> total.map(reached -> count(tx, plan, reached, today))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** Where nothing had been read when the plan was made, it is counted from the first reading, even if others have come by now. */
    private static Uni<Void> begin(Tx tx, MaintenancePlan plan, String unit) {
        return plan.meterBase != null
                ? Uni.createFrom().voidItem()
                : MeterReadings.firstTotal(tx.session(), plan.assetId, unit)
                        .invoke(first -> plan.meterBase = first.orElse(null))
                        .replaceWithVoid();
    }

    private static Uni<Void> count(Tx tx, MaintenancePlan plan, BigDecimal total, LocalDate today) {
        BigDecimal every = plan.schedule.meter().every();
        BigDecimal passed = total.subtract(plan.meterBase).divide(every, 0, RoundingMode.DOWN);
        if (passed.signum() <= 0) {
            return Uni.createFrom().voidItem();
        }
        LocalDate day = plan.schedule.firstDay().isAfter(today) ? plan.schedule.firstDay() : today;
        List<String> jumped = new ArrayList<>();
        for (int back = Math.min(passed.intValue() - 1, MOST_NAMED); back >= 1; back--) {
            jumped.add(cause(plan, passed.subtract(BigDecimal.valueOf(back)), every));
        }
        String last = cause(plan, passed, every);
        return OneByOne.each(jumped, cause -> {
                    plan.next(day, cause);
                    PlannedDay missed =
                            PlannedDay.done(day).leftOut(DayReason.MISSED, "the meter jumped over " + cause);
                    return tx.add(Occurrence.skipped(plan, missed, tx.by()))
                            .invoke(() -> plan.skipped(missed, tx.by()));
                })
                .invoke(() -> {
                    plan.meterBase = plan.meterBase.add(passed.multiply(every));
                    plan.next(day, last);
                });
    }

    private static String cause(MaintenancePlan plan, BigDecimal times, BigDecimal every) {
        return "%s %s counted"
                .formatted(
                        plan.meterBase
                                .add(times.multiply(every))
                                .stripTrailingZeros()
                                .toPlainString(),
                        plan.schedule.meter().unit());
    }
}
