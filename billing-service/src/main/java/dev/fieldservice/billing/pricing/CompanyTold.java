package dev.fieldservice.billing.pricing;

import dev.fieldservice.billing.company.CompanyChanged;
import dev.fieldservice.billing.company.CompanyConsumers;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The consumer of what is told of the company, as far as prices and taxes depend on it. */
@ApplicationScoped
public class CompanyTold {

    private final PriceChanges changes;

    public CompanyTold(PriceChanges changes) {
        this.changes = changes;
    }

    /** Drafts follow where the seller's country is another or known only now, and public holidays from the first that is. */
    public Uni<Void> keep(Tx tx, CompanyChanged event) {
        return changes.stop(tx)
                .chain(() -> CompanyConsumers.keep(tx, event))
                .chain(since -> since.map(day -> changes.companyChanged(tx, event.companyId(), day))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
