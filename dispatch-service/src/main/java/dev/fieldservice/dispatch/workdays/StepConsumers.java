package dev.fieldservice.dispatch.workdays;

import dev.fieldservice.dispatch.orders.FieldReports;
import dev.fieldservice.dispatch.orders.VisitProgressed;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The consumer of the steps of a visit: the plan follows them, and the days of those who are at work go on. */
@ApplicationScoped
public class StepConsumers {

    private final FieldReports reports;

    public StepConsumers(FieldReports reports) {
        this.reports = reports;
    }

    public Uni<Void> progressed(Tx tx, VisitProgressed step) {
        return reports.progressed(tx, step)
                .chain(taken -> taken.filter(visit -> visit.state().isAtWork())
                        .map(visit -> WorkDays.goOn(tx, visit.technicianIds(), step.occurredAt()))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
