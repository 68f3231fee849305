package dev.fieldservice.ticket.plans;

import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.meters.MeterRead;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** The job that has the plans of a machine look at its meter. Never given up: they wait for it. */
@ApplicationScoped
public class HearMeter implements InTransaction<MeterRead> {

    private static final String OF_MACHINE =
            "select id from MaintenancePlan where assetId = :asset and state = ACTIVE order by id";

    private final Plans plans;

    HearMeter(Plans plans) {
        this.plans = plans;
    }

    @Override
    public Class<MeterRead> content() {
        return MeterRead.class;
    }

    @Override
    public Policy policy() {
        return new Policy(2, Duration.ofSeconds(30), Duration.ofSeconds(5), Integer.MAX_VALUE, Policy.Repetition.NONE);
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<MeterRead> errand) {
        return tx.session()
                .createSelectionQuery(OF_MACHINE, UUID.class)
                .setParameter("asset", errand.content().assetId())
                .getResultList()
                .chain(ids -> OneByOne.each(ids, id -> look(tx, id, errand.content())))
                .replaceWith(Next::done);
    }

    private Uni<Void> look(Tx tx, UUID id, MeterRead read) {
        return tx.load(MaintenancePlan.class, id).chain(plan -> {
            if (!plan.counts(read.unit())) {
                return Uni.createFrom().voidItem();
            }
            plan.lookAgain();
            return plans.wake(tx, plan);
        });
    }
}
