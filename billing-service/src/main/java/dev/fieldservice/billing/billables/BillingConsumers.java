package dev.fieldservice.billing.billables;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What was done and used on a job. The two topics come in any order; each event asks whether all is known now. */
@ApplicationScoped
public class BillingConsumers {

    private final BillingCases cases;

    public BillingConsumers(BillingCases cases) {
        this.cases = cases;
    }

    public Uni<BillingCase> partsConsumed(Tx tx, PartsConsumed event) {
        return cases.open(tx, event.orderId(), event.ticketId())
                .invoke(billing -> billing.partsConsumed(event, tx.by()))
                .chain(billing -> cases.billIfDue(tx, billing));
    }

    public Uni<BillingCase> jobClosed(Tx tx, ClosedJob event) {
        return cases.open(tx, event.orderId(), event.ticketId())
                .invoke(billing -> billing.jobClosed(event, tx.by()))
                .chain(billing -> cases.billIfDue(tx, billing));
    }
}
