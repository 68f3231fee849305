package dev.fieldservice.inventory.company;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import org.hibernate.LockMode;

/** The consumer of what the ticket service tells of the company. */
public final class CompanyConsumers {

    private CompanyConsumers() {}

    public static Uni<Void> keep(Tx tx, CompanyChanged event) {
        return tx.session()
                .find(KnownCompany.class, event.companyId(), LockMode.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalArgumentException("this installation has another company"))
                .invoke(known -> known.keep(event))
                .replaceWithVoid();
    }
}
