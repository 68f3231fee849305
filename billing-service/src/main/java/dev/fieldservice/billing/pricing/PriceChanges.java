package dev.fieldservice.billing.pricing;

import dev.fieldservice.billing.errands.BillingErrand;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.Subject;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The lock between whoever changes prices and whoever prices an invoice: a draft that is being made has either the new price,
 * or is there when those are looked for that have to follow. It is taken before the rows of invoices.
 */
@ApplicationScoped
public class PriceChanges {

    private static final String CHANGE = "select count(pg_advisory_xact_lock(?1, 0))";
    private static final String READ = "select count(pg_advisory_xact_lock_shared(?1, 0))";

    /** The family of this lock. */
    private static final int PRICES = 0x50524943;

    private final Errands errands;

    public PriceChanges(Errands errands) {
        this.errands = errands;
    }

    /** Sets, corrects or withdraws a price, and has the invoices follow that are built on it. */
    <P extends Aggregate & Concerning> Uni<P> make(Tx tx, Supplier<Uni<P>> change) {
        return lock(tx, CHANGE).chain(change::get).call(price -> follow(tx, price.subject(), price.concerns()));
    }

    private Uni<Void> follow(Tx tx, Subject subject, PricesChanged what) {
        return errands.later(
                tx, BillingErrand.FOLLOW_PRICES, subject, what, tx.by().at());
    }

    /** Who sells taxes otherwise from a day on, or has other holidays. */
    Uni<Void> companyChanged(Tx tx, UUID company, LocalDate since) {
        return follow(tx, new Subject("company", company, null), PricesChanged.everything(since));
    }

    /** To be called before it is changed in which language one writes to a customer: drafts follow. */
    public Uni<Void> customerChanged(Tx tx, UUID customer) {
        return stop(tx).chain(() ->
                follow(tx, new Subject("customer-account", customer, null), PricesChanged.allOf(customer)));
    }

    /** Until the commit nobody prices an invoice. */
    Uni<Void> stop(Tx tx) {
        return lock(tx, CHANGE);
    }

    /** The same for one that is there. */
    <P extends Aggregate & Concerning> Uni<P> make(Tx tx, Class<P> type, UUID id, Consumer<P> change) {
        return make(tx, () -> tx.load(type, id).invoke(change));
    }

    /** Until the commit prices stay as they are. */
    public Uni<Void> hold(Tx tx) {
        return lock(tx, READ);
    }

    private static Uni<Void> lock(Tx tx, String how) {
        return tx.session()
                .createNativeQuery(how, Long.class)
                .setParameter(1, PRICES)
                .getSingleResult()
                .replaceWithVoid();
    }
}
