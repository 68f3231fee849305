package dev.fieldservice.ticket.plans;

import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.plans.PlanLifecycle.State;
import dev.fieldservice.ticket.plans.PlanSchedule.Rhythm;
import dev.fieldservice.ticket.tickets.PlannedTickets;
import dev.fieldservice.ticket.tickets.PlannedWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Has the tickets of a plan that nobody has begun follow what was changed: they say something else, are moved, or withdrawn. */
@ApplicationScoped
class PlanChanges {

    private static final String NOT_BEGUN = """
            from Occurrence o where o.planId = :plan and o.outcome = MADE
               and exists (select 1 from Ticket t where t.id = o.ticketId and t.workBegunAt is null
                              and t.state in (NEW, QUALIFIED, WAITING_CUSTOMER))
             order by o.dueOn, o.id""";
    private static final String TAKEN =
            "select plannedOn from Occurrence where planId = :plan and outcome <> WITHDRAWN and plannedOn >= :today";
    private static final String OPEN =
            "select count(*) from Occurrence where planId = :plan and outcome = MADE and overOn is null";
    private static final String LAST_DONE = "select max(overOn) from Occurrence where planId = :plan and done = true";
    private static final String RECONSIDER = """
            update Occurrence set outcome = WITHDRAWN
             where planId = :plan and outcome = SKIPPED and plannedOn >= :today
               and reason in (NOT_UNDER_CONTRACT, MACHINE_RETIRED, MACHINE_ELSEWHERE)""";

    private final PlannedTickets tickets;

    PlanChanges(PlannedTickets tickets) {
        this.tickets = tickets;
    }

    Uni<Void> settle(Tx tx, MaintenancePlan plan, PlanRounds.Now now) {
        plan.unsettled = false;
        return notBegun(tx, plan).chain(open -> {
            if (plan.state == State.ENDED) {
                return OneByOne.each(open, each -> withdraw(tx, each, DayReason.PLAN_ENDED, ended(plan)));
            }
            return reconsider(tx, plan, now.today())
                    .chain(() -> PlanRounds.againstMachine(tx, plan))
                    .chain(against -> against.isEmpty()
                            ? follow(tx, plan, now, open)
                            : Uni.createFrom().voidItem())
                    .chain(() -> goOn(tx, plan));
        });
    }

    private static Uni<List<Occurrence>> notBegun(Tx tx, MaintenancePlan plan) {
        return tx.session()
                .createSelectionQuery(NOT_BEGUN, Occurrence.class)
                .setParameter("plan", plan.id())
                .getResultList();
    }

    private static Uni<Void> reconsider(Tx tx, MaintenancePlan plan, LocalDate today) {
        return tx.session()
                .createMutationQuery(RECONSIDER)
                .setParameter("plan", plan.id())
                .setParameter("today", today)
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<Void> follow(Tx tx, MaintenancePlan plan, PlanRounds.Now now, List<Occurrence> open) {
        return taken(tx, plan, now.today())
                .map(taken -> plan.schedule.rhythm() == Rhythm.RULE
                        ? byRule(plan, now, open, taken)
                        : byItself(plan, now, open))
                .chain(where -> OneByOne.each(open, each -> {
                    PlannedDay day = where.get(each);
                    return day == null
                            ? withdraw(
                                    tx, each, DayReason.PLAN_CHANGED, "the plan %s was changed".formatted(plan.number))
                            : become(tx, plan, each, day);
                }));
    }

    private static Uni<List<LocalDate>> taken(Tx tx, MaintenancePlan plan, LocalDate today) {
        return tx.session()
                .createSelectionQuery(TAKEN, LocalDate.class)
                .setParameter("plan", plan.id())
                .setParameter("today", today)
                .getResultList();
    }

    /** Whoever has a day of the rule keeps it; the others get the days that nobody has, in order; who gets none is withdrawn. */
    private static Map<Occurrence, PlannedDay> byRule(
            MaintenancePlan plan, PlanRounds.Now now, List<Occurrence> open, List<LocalDate> taken) {
        Map<LocalDate, PlannedDay> wanted = wanted(plan, now, open);
        Map<Occurrence, PlannedDay> where = new LinkedHashMap<>();
        List<Occurrence> others = new ArrayList<>();
        for (Occurrence each : open) {
            if (each.plannedOn.isBefore(now.today())) {
                where.put(each, each.day());
            } else if (wanted.containsKey(each.plannedOn)) {
                where.put(each, wanted.remove(each.plannedOn));
            } else {
                others.add(each);
            }
        }
        List<PlannedDay> free = wanted.values().stream()
                .filter(day -> !taken.contains(day.planned()))
                .toList();
        for (int i = 0; i < Math.min(free.size(), others.size()); i++) {
            where.put(others.get(i), free.get(i));
        }
        return where;
    }

    /** The days for which there are, or would be, tickets by now. */
    private static Map<LocalDate, PlannedDay> wanted(MaintenancePlan plan, PlanRounds.Now now, List<Occurrence> open) {
        LocalDate reach = open.stream()
                .map(each -> each.dueOn)
                .filter(now.reach(plan)::isBefore)
                .max(LocalDate::compareTo)
                .orElse(now.reach(plan));
        Map<LocalDate, PlannedDay> wanted = new LinkedHashMap<>();
        LocalDate[] lastOn = {null};
        now.calendar()
                .after(now.today().minusDays(1))
                .takeWhile(day -> !day.planned().isAfter(reach))
                .filter(day -> day.isDoneAfter(lastOn[0]) && !day.on().isAfter(reach))
                .forEach(day -> {
                    lastOn[0] = day.on();
                    wanted.put(day.planned(), day);
                });
        return wanted;
    }

    /** Of what follows from the last time, or from a meter, one is open at a time. */
    private static Map<Occurrence, PlannedDay> byItself(
            MaintenancePlan plan, PlanRounds.Now now, List<Occurrence> open) {
        if (open.isEmpty() || plan.schedule.endsBefore(open.getFirst().plannedOn)) {
            return Map.of();
        }
        Occurrence first = open.getFirst();
        PlannedDay placed = now.calendar().place(first.plannedOn);
        return Map.of(first, placed.on().isBefore(now.today()) ? first.day() : placed);
    }

    private Uni<Void> become(Tx tx, MaintenancePlan plan, Occurrence each, PlannedDay day) {
        PlannedWork work = new PlannedWork(plan.id(), day.on());
        return tickets.follow(tx, each.ticketId, plan.work, work, plan.contractId)
                .invoke(follows -> {
                    if (follows && !day.equals(each.day())) {
                        each.become(day, plan.schedule.rhythm() == Rhythm.RULE);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> withdraw(Tx tx, Occurrence each, DayReason reason, String why) {
        return tickets.withdraw(tx, each.ticketId, why)
                .invoke(withdrawn -> {
                    if (withdrawn) {
                        each.withdraw(reason, why);
                    }
                })
                .replaceWithVoid();
    }

    private static String ended(MaintenancePlan plan) {
        return "the plan %s has ended: %s".formatted(plan.number, plan.reason);
    }

    /** What follows from the last time waits for what is open, else follows from what was done. */
    private static Uni<Void> goOn(Tx tx, MaintenancePlan plan) {
        if (plan.schedule.rhythm() != Rhythm.AFTER_DONE) {
            return Uni.createFrom().voidItem();
        }
        return tx.session()
                .flush()
                .chain(() -> tx.session()
                        .createSelectionQuery(OPEN, Long.class)
                        .setParameter("plan", plan.id())
                        .getSingleResult())
                .chain(open -> {
                    if (open > 0) {
                        plan.next(null, null);
                        return Uni.createFrom().voidItem();
                    }
                    return afterLast(tx, plan);
                });
    }

    private static Uni<Void> afterLast(Tx tx, MaintenancePlan plan) {
        return tx.session()
                .createSelectionQuery(LAST_DONE, LocalDate.class)
                .setParameter("plan", plan.id())
                .getSingleResultOrNull()
                .invoke(done -> {
                    if (done != null) {
                        LocalDate next = done.plusDays(plan.schedule.daysAfterDone());
                        plan.plan(plan.nextDay == null || next.isAfter(plan.nextDay) ? next : plan.nextDay);
                    }
                })
                .replaceWithVoid();
    }
}
