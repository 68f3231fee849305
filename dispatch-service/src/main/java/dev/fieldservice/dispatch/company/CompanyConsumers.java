package dev.fieldservice.dispatch.company;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import org.hibernate.LockMode;

/** What the ticket service tells of the company. */
public final class CompanyConsumers {

    /** The insert makes two first events wait for each other; there is one row. */
    private static final String ROW = """
            insert into known_company (company_id, company_version, time_zone, calendar)
            values (:id, -1, :zone, '{}') on conflict do nothing""";

    private CompanyConsumers() {}

    public static Uni<KnownCompany> keep(Tx tx, CompanyChanged event) {
        return tx.session()
                .createNativeQuery(ROW)
                .setParameter("id", event.companyId())
                .setParameter("zone", event.timeZone())
                .executeUpdate()
                .chain(() -> tx.session().find(KnownCompany.class, event.companyId(), LockMode.PESSIMISTIC_WRITE))
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalArgumentException("this installation has another company"))
                .invoke(known -> known.keep(event));
    }
}
