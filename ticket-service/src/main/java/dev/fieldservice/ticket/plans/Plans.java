package dev.fieldservice.ticket.plans;

import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.company.YearlyNumbers;
import dev.fieldservice.ticket.contracts.Contract;
import dev.fieldservice.ticket.customers.Belonging;
import dev.fieldservice.ticket.errands.TicketErrand;
import dev.fieldservice.ticket.locations.ServiceLocation;
import dev.fieldservice.ticket.meters.MeterReadings;
import dev.fieldservice.ticket.tickets.PlannedTickets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** Makes plans, changes them, and has them looked at. */
@ApplicationScoped
class Plans {

    private final Errands errands;

    Plans(Errands errands) {
        this.errands = errands;
    }

    Uni<MaintenancePlan> make(Tx tx, PlanDetails details) {
        return require(tx, details)
                .chain(known -> YearlyNumbers.next(tx, "maintenance_plan_number", "M-%d-%06d")
                        .chain(number -> tx.add(MaintenancePlan.make(details, number, known, tx.by()))))
                .call(plan -> wake(tx, plan));
    }

    /** Its tickets follow as soon as it is changed. */
    Uni<MaintenancePlan> loadToChange(Tx tx, UUID id, PlanDetails details) {
        return tx.load(MaintenancePlan.class, id)
                .invoke(plan -> Belonging.requireUnchanged(plan.customerId, details.customerId()))
                .call(plan -> require(tx, details).invoke(known -> plan.known = known))
                .call(plan -> look(tx, plan, plan.turn + 1));
    }

    Uni<MaintenancePlan> pause(Tx tx, UUID id, String why) {
        return tx.load(MaintenancePlan.class, id).invoke(plan -> plan.pause(why, tx.by()));
    }

    Uni<MaintenancePlan> resume(Tx tx, UUID id) {
        return tx.load(MaintenancePlan.class, id)
                .call(plan -> tx.session()
                        .find(ServiceLocation.class, plan.locationId)
                        .map(site -> ZoneId.of(site.ref().timeZone()))
                        .invoke(zone -> plan.resume(today(tx, zone), tx.by())))
                .call(plan -> wake(tx, plan));
    }

    Uni<MaintenancePlan> end(Tx tx, UUID id, String why) {
        return tx.load(MaintenancePlan.class, id)
                .invoke(plan -> plan.end(why, tx.by()))
                .call(plan -> wake(tx, plan));
    }

    /** Has it looked at now, as its days come now. */
    Uni<Void> wake(Tx tx, MaintenancePlan plan) {
        return look(tx, plan, plan.turn);
    }

    private Uni<Void> look(Tx tx, MaintenancePlan plan, int turn) {
        return errands.later(
                tx,
                TicketErrand.MAINTENANCE_PLAN,
                plan.subject(),
                new CarryOutPlan.Which(plan.id(), turn),
                tx.by().at());
    }

    private static LocalDate today(Tx tx, ZoneId zone) {
        return tx.by().at().atZone(zone).toLocalDate();
    }

    /** Refused with 422 where an id leads nowhere, or to another customer's, or the schedule makes no sense. */
    private static Uni<MaintenancePlan.Known> require(Tx tx, PlanDetails details) {
        return PlannedTickets.requireParties(tx, details.customerId(), details.ofTickets())
                .call(() -> requireContract(tx, details))
                .invoke(() -> details.schedule().require(details.assetId() != null))
                .chain(zone -> counted(tx, details)
                        .map(counted -> new MaintenancePlan.Known(today(tx, zone), counted.orElse(null))));
    }

    private static Uni<Optional<BigDecimal>> counted(Tx tx, PlanDetails details) {
        MeterInterval meter = details.schedule().meter();
        return meter == null
                ? Uni.createFrom().item(Optional.empty())
                : MeterReadings.total(tx.session(), details.assetId(), meter.unit());
    }

    private static Uni<Void> requireContract(Tx tx, PlanDetails details) {
        return details.contractId() == null
                ? Uni.createFrom().voidItem()
                : tx.session()
                        .find(Contract.class, details.contractId())
                        .invoke(contract -> {
                            if (contract == null || !contract.belongsTo(details.customerId())) {
                                throw Refusal.RuleViolated.unknown("/contractId", "contract");
                            }
                        })
                        .replaceWithVoid();
    }
}
