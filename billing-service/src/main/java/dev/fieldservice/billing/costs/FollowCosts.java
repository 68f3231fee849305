package dev.fieldservice.billing.costs;

import dev.fieldservice.billing.errands.BillingErrand;
import dev.fieldservice.billing.pricing.CostsChanged;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The job that has what closed jobs cost follow a cost that was set, put right or withdrawn, page by page. */
@ApplicationScoped
public class FollowCosts implements InTransaction<CostsChanged> {

    /** Jobs that are closed meanwhile wait for as long as one page takes. */
    private static final int PAGE = 2000;

    private final CostChanges changes;
    private final Errands errands;

    public FollowCosts(CostChanges changes, Errands errands) {
        this.changes = changes;
        this.errands = errands;
    }

    @Override
    public Class<CostsChanged> content() {
        return CostsChanged.class;
    }

    @Override
    public Policy policy() {
        return Policy.usual();
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<CostsChanged> errand) {
        return changes.stop(tx)
                .chain(() -> CostsOfDay.givePage(tx, errand.content(), PAGE))
                .chain(given -> given.size() < PAGE ? Uni.createFrom().voidItem() : goOn(tx, errand, given))
                .replaceWith(Next::done);
    }

    private Uni<Void> goOn(Tx tx, Errand<CostsChanged> errand, List<UUID> given) {
        CostsChanged rest = errand.content().goingOnAfter(given.getLast());
        return errands.later(
                tx, BillingErrand.FOLLOW_COSTS, errand.subject(), rest, tx.by().at());
    }
}
