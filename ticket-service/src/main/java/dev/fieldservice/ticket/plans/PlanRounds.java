package dev.fieldservice.ticket.plans;

import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.company.PublicHolidays;
import dev.fieldservice.ticket.company.WorkTime;
import dev.fieldservice.ticket.contracts.Contract;
import dev.fieldservice.ticket.locations.ServiceLocation;
import dev.fieldservice.ticket.plans.PlanLifecycle.State;
import dev.fieldservice.ticket.plans.PlanSchedule.Rhythm;
import dev.fieldservice.ticket.tickets.PlannedTickets;
import dev.fieldservice.ticket.tickets.PlannedWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Does what a plan asks for now. */
@ApplicationScoped
class PlanRounds {

    private static final String AGAINST_MACHINE = """
            select case when state <> 'IN_USE' then 'MACHINE_RETIRED'
                        when location_id <> :site then 'MACHINE_ELSEWHERE' end
              from asset where id = :id for share""";

    private final PublicHolidays holidays;
    private final PlannedTickets tickets;
    private final PlanChanges changes;
    private final PlanMeters meters;

    PlanRounds(PublicHolidays holidays, PlannedTickets tickets, PlanChanges changes, PlanMeters meters) {
        this.holidays = holidays;
        this.tickets = tickets;
        this.changes = changes;
        this.meters = meters;
    }

    /** When and by what the plan is looked at. @param today at the site */
    record Now(PlanCalendar calendar, ZoneId zone, LocalDate today) {

        LocalDate reach(MaintenancePlan plan) {
            return today.plusDays(plan.leadDays);
        }
    }

    Uni<Next> go(Tx tx, MaintenancePlan plan) {
        return now(tx.session(), plan, tx.by().at()).chain(now -> {
            if (plan.unsettled) {
                return changes.settle(tx, plan, now)
                        .replaceWith(() -> Next.again(tx.by().at()));
            }
            return plan.state == State.ACTIVE
                    ? carryOn(tx, plan, now)
                    : Uni.createFrom().item(Next.done());
        });
    }

    Uni<Now> now(Mutiny.Session session, MaintenancePlan plan, Instant at) {
        return session.find(ServiceLocation.class, plan.locationId)
                .map(site -> ZoneId.of(site.ref().timeZone()))
                .chain(zone -> WorkTime.read(session, holidays)
                        .map(company -> new Now(
                                new PlanCalendar(plan.schedule, company),
                                zone,
                                at.atZone(zone).toLocalDate())));
    }

    private Uni<Next> carryOn(Tx tx, MaintenancePlan plan, Now now) {
        return round(tx, plan, now).chain(round -> {
            plan.look(round);
            return OneByOne.each(round.skipped(), day -> skip(tx, plan, day))
                    .chain(() -> round.due() == null ? Uni.createFrom().voidItem() : make(tx, plan, round.due()))
                    .replaceWith(() -> next(tx, plan, now, round));
        });
    }

    private Uni<Round> round(Tx tx, MaintenancePlan plan, Now now) {
        if (plan.schedule.rhythm() == Rhythm.RULE) {
            return known(tx.session(), plan)
                    .map(known -> Round.ofRule(
                            now.calendar(),
                            new Round.Position(plan.considered, plan.lastOn, plan.skippedBefore, known),
                            now.today(),
                            now.reach(plan)));
        }
        return prepare(tx, plan, now)
                .map(ignored -> Round.ofOne(now.calendar(), plan.schedule, plan.nextDay, now.today(), now.reach(plan)));
    }

    private Uni<Void> prepare(Tx tx, MaintenancePlan plan, Now now) {
        return switch (plan.schedule.rhythm()) {
            case RULE -> Uni.createFrom().voidItem();
            case AFTER_DONE -> plan.nextDay == null ? Uni.createFrom().voidItem() : freeDay(tx, plan);
            case METER ->
                plan.nextDay == null
                        ? meters.read(tx, plan, now.today())
                        : Uni.createFrom().voidItem();
        };
    }

    /** By its day an occurrence is known: one that was made for it before, and done early, keeps it. */
    private static Uni<Void> freeDay(Tx tx, MaintenancePlan plan) {
        return tx.session()
                .createSelectionQuery(
                        "select cause from Occurrence where planId = :plan and outcome <> WITHDRAWN and plannedOn >= :day",
                        String.class)
                .setParameter("plan", plan.id())
                .setParameter("day", plan.nextDay)
                .getResultList()
                .invoke(taken -> {
                    while (taken.contains(plan.nextCause)) {
                        plan.plan(plan.nextDay.plusDays(1));
                    }
                })
                .replaceWithVoid();
    }

    static Uni<Map<LocalDate, LocalDate>> known(Mutiny.Session session, MaintenancePlan plan) {
        return session.createSelectionQuery(
                        "from Occurrence where planId = :plan and plannedOn > :after and outcome <> WITHDRAWN",
                        Occurrence.class)
                .setParameter("plan", plan.id())
                .setParameter("after", plan.considered)
                .getResultList()
                .map(found -> {
                    Map<LocalDate, LocalDate> known = new HashMap<>();
                    found.forEach(each -> known.put(each.plannedOn, each.dueOn));
                    return known;
                });
    }

    private static Uni<Void> skip(Tx tx, MaintenancePlan plan, PlannedDay day) {
        return tx.add(Occurrence.skipped(plan, day, tx.by()))
                .invoke(() -> plan.skipped(day, tx.by()))
                .replaceWithVoid();
    }

    private Uni<Void> make(Tx tx, MaintenancePlan plan, PlannedDay day) {
        return objection(tx, plan, day)
                .chain(objection -> objection
                        .map(skipped -> skip(tx, plan, skipped))
                        .orElseGet(() -> tickets.open(
                                        tx,
                                        plan.customerId,
                                        plan.work,
                                        new PlannedWork(plan.id(), day.on()),
                                        plan.contractId)
                                .chain(ticket -> tx.session()
                                        .flush()
                                        .chain(() -> tx.add(Occurrence.made(plan, day, ticket.id(), tx.by())))
                                        .invoke(() -> plan.made(day, ticket.number(), tx.by())))
                                .replaceWithVoid()));
    }

    /** Why there is no ticket for it, if there is none. */
    private static Uni<Optional<PlannedDay>> objection(Tx tx, MaintenancePlan plan, PlannedDay day) {
        return againstMachine(tx, plan)
                .chain(against -> against.isEmpty()
                        ? isUnderContract(tx, plan, day.on())
                                .map(under -> under
                                        ? Optional.empty()
                                        : Optional.of(day.leftOut(
                                                DayReason.NOT_UNDER_CONTRACT,
                                                "the contract is not in force on " + day.on())))
                        : Uni.createFrom()
                                .item(against.map(reason -> day.leftOut(
                                        reason,
                                        reason == DayReason.MACHINE_ELSEWHERE
                                                ? "the machine stands at another site"
                                                : "the machine is retired"))));
    }

    /** Empty where the machine is in use at the plan's site, or none is named. */
    static Uni<Optional<DayReason>> againstMachine(Tx tx, MaintenancePlan plan) {
        return plan.assetId == null
                ? Uni.createFrom().item(Optional.empty())
                : tx.session()
                        .createNativeQuery(AGAINST_MACHINE, String.class)
                        .setParameter("id", plan.assetId)
                        .setParameter("site", plan.locationId)
                        .getSingleResultOrNull()
                        .map(reason -> Optional.ofNullable(reason).map(DayReason::valueOf));
    }

    private static Uni<Boolean> isUnderContract(Tx tx, MaintenancePlan plan, LocalDate day) {
        return plan.contractId == null
                ? Uni.createFrom().item(true)
                : tx.session()
                        .find(Contract.class, plan.contractId)
                        .map(contract -> contract.covers(day, plan.locationId, plan.assetId));
    }

    private static Next next(Tx tx, MaintenancePlan plan, Now now, Round round) {
        if (round.waitsFor() != null) {
            return Next.again(Round.ticketAt(round.waitsFor(), plan.leadDays, now.zone()));
        }
        return switch (round.end()) {
            case MORE -> Next.again(tx.by().at());
            case GOES_ON ->
                round.due() == null ? Next.done() : Next.again(tx.by().at());
            case OVER -> {
                plan.runOut(tx.by());
                yield Next.done();
            }
        };
    }
}
