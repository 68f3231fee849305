package dev.fieldservice.ticket.plans;

import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.locations.ServiceLocation;
import dev.fieldservice.ticket.tickets.PlannedWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;

/** The job that tells a plan that work of it is over: from then on the next may be counted. Never given up: the plan waits for it. */
@ApplicationScoped
public class CountPlannedWork implements InTransaction<PlannedWork.Over> {

    private static final String OF_TICKET = "from Occurrence where ticketId = :ticket and outcome = MADE";

    private final Plans plans;

    CountPlannedWork(Plans plans) {
        this.plans = plans;
    }

    @Override
    public Class<PlannedWork.Over> content() {
        return PlannedWork.Over.class;
    }

    @Override
    public Policy policy() {
        return new Policy(2, Duration.ofSeconds(30), Duration.ofSeconds(5), Integer.MAX_VALUE, Policy.Repetition.NONE);
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<PlannedWork.Over> errand) {
        PlannedWork.Over over = errand.content();
        return tx.load(MaintenancePlan.class, over.planId())
                .chain(plan -> tx.session()
                        .createSelectionQuery(OF_TICKET, Occurrence.class)
                        .setParameter("ticket", over.ticketId())
                        .getSingleResultOrNull()
                        .chain(found -> found == null || found.overOn != null
                                ? Uni.createFrom().voidItem()
                                : count(tx, plan, found, over)))
                .replaceWith(Next::done);
    }

    /** What was called off counts as if it had been done on its day, or when it was called off, if that is later. */
    private Uni<Void> count(Tx tx, MaintenancePlan plan, Occurrence found, PlannedWork.Over over) {
        return tx.session()
                .find(ServiceLocation.class, plan.locationId)
                .map(site -> over.at().atZone(ZoneId.of(site.ref().timeZone())).toLocalDate())
                .chain(day -> {
                    found.over(day, over.done());
                    LocalDate from = over.done() || day.isAfter(found.dueOn) ? day : found.dueOn;
                    int before = plan.turn;
                    plan.goOnAfter(from, found.plannedOn);
                    return plan.turn == before ? Uni.createFrom().voidItem() : plans.wake(tx, plan);
                });
    }
}
