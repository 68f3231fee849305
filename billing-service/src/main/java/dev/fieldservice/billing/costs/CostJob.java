package dev.fieldservice.billing.costs;

import dev.fieldservice.billing.billables.BillingCases;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The job that works out what a job cost that was closed before costs were kept. */
@ApplicationScoped
public class CostJob implements InTransaction<CostJob.Which> {

    /** The job. */
    public record Which(UUID orderId) {}

    private final BillingCases cases;
    private final JobCosts costs;

    public CostJob(BillingCases cases, JobCosts costs) {
        this.cases = cases;
        this.costs = costs;
    }

    @Override
    public Class<Which> content() {
        return Which.class;
    }

    @Override
    public Policy policy() {
        return Policy.usual();
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<Which> errand) {
        return cases.report(tx, errand.content().orderId())
                .onItem()
                .ifNotNull()
                .call(job -> costs.close(tx, job))
                .replaceWith(Next::done);
    }
}
