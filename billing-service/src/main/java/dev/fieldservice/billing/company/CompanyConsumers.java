package dev.fieldservice.billing.company;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.LockMode;

/** The consumer of what the ticket service tells of the company. */
public final class CompanyConsumers {

    private CompanyConsumers() {}

    /** Since when prices or taxes of before are others; empty if they are not. */
    public static Uni<Optional<LocalDate>> keep(Tx tx, CompanyChanged event) {
        return tx.session()
                .find(KnownCompany.class, event.companyId(), LockMode.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalArgumentException("this installation has another company"))
                .map(known -> known.keep(event));
    }
}
