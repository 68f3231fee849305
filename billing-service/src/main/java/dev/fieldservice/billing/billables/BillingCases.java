package dev.fieldservice.billing.billables;

import dev.fieldservice.billing.invoices.Bill;
import dev.fieldservice.billing.invoices.Invoices;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds billing cases, makes them and brings them to their end. */
@ApplicationScoped
public class BillingCases {

    private static final String UNLESS_THERE = """
            insert into billing_case (id, version, state, ticket_id, differences, settled, unexpected, opened_at)
            values (:id, 0, 'COLLECTING', :ticket, '{"items":[]}', '{"items":[]}', false, :at)
            on conflict do nothing""";

    private final Invoices invoices;

    public BillingCases(Invoices invoices) {
        this.invoices = invoices;
    }

    /** The case of a job, made if this is the first that is heard of it; locked, with its items. */
    Uni<BillingCase> open(Tx tx, UUID orderId, UUID ticketId) {
        return tx.session()
                .createNativeQuery(UNLESS_THERE)
                .setParameter("id", orderId)
                .setParameter("ticket", ticketId)
                .setParameter("at", tx.by().at())
                .executeUpdate()
                .chain(() -> tx.load(BillingCase.class, orderId))
                .call(found -> tx.session().fetch(found.items));
    }

    /** Bills the job if all is known. */
    Uni<BillingCase> billIfDue(Tx tx, BillingCase billing) {
        return billing.due()
                .map(bill -> bill(tx, billing, bill))
                .orElseGet(() -> Uni.createFrom().item(billing));
    }

    /** Bills what was reported, although what was used does not agree with it. */
    Uni<BillingCase> settle(Tx tx, UUID id, String reason) {
        return tx.load(BillingCase.class, id)
                .call(found -> tx.session().fetch(found.items))
                .chain(billing -> bill(tx, billing, billing.settle(reason, tx.by())));
    }

    private Uni<BillingCase> bill(Tx tx, BillingCase billing, Bill bill) {
        if (bill.isEmpty()) {
            billing.nothingToBill(tx.by());
            return Uni.createFrom().item(billing);
        }
        return invoices.draft(tx, bill)
                .invoke(invoice -> billing.invoiced(invoice.id(), tx.by()))
                .replaceWith(billing);
    }

    /** For reading, with its items; null if there is none. */
    Uni<BillingCase> find(Mutiny.Session session, UUID id) {
        return session.createSelectionQuery(
                        "from BillingCase b left join fetch b.items where b.id = :id", BillingCase.class)
                .setParameter("id", id)
                .getSingleResultOrNull();
    }
}
