package dev.fieldservice.billing.costs;

import dev.fieldservice.billing.errands.BillingErrand;
import dev.fieldservice.billing.pricing.Cost;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The lock between whoever changes costs and whoever works out what a job cost: a job that is being closed has either the new cost,
 * or is there when those are looked for that have to follow.
 */
@ApplicationScoped
public class CostChanges {

    private static final String CHANGE = "select count(pg_advisory_xact_lock(?1, 0))";
    private static final String READ = "select count(pg_advisory_xact_lock_shared(?1, 0))";

    /** The second number is never zero: by that all are held. */
    private static final String JOB = "select count(pg_advisory_xact_lock(?1, ?2))";

    /** The family of this lock. */
    private static final int COSTS = 0x434F5354;

    private final Errands errands;

    public CostChanges(Errands errands) {
        this.errands = errands;
    }

    /** Sets a cost, and has the jobs follow that are built on it. */
    <C extends Cost> Uni<C> make(Tx tx, Supplier<Uni<C>> change) {
        return stop(tx).chain(change::get)
                .call(cost -> errands.later(
                        tx,
                        BillingErrand.FOLLOW_COSTS,
                        cost.subject(),
                        cost.concerns(),
                        tx.by().at()));
    }

    /** The same for one that is there. */
    <C extends Cost> Uni<C> make(Tx tx, Class<C> type, UUID id, Consumer<C> change) {
        return make(tx, () -> tx.load(type, id).invoke(change));
    }

    /** Until the commit nobody works out what a job cost. */
    Uni<Void> stop(Tx tx) {
        return lock(tx, CHANGE);
    }

    /** Until the commit costs stay as they are. */
    Uni<Void> hold(Tx tx) {
        return lock(tx, READ);
    }

    /** Until the commit nobody else gives this job its costs: who closes it sees what its usages cost, or is seen. */
    Uni<Void> holdJob(Tx tx, UUID order) {
        return tx.session()
                .createNativeQuery(JOB, Long.class)
                .setParameter(1, COSTS)
                .setParameter(2, order.hashCode() == 0 ? 1 : order.hashCode())
                .getSingleResult()
                .replaceWithVoid();
    }

    private static Uni<Void> lock(Tx tx, String how) {
        return tx.session()
                .createNativeQuery(how, Long.class)
                .setParameter(1, COSTS)
                .getSingleResult()
                .replaceWithVoid();
    }
}
