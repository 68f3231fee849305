package dev.fieldservice.billing.billables;

import dev.fieldservice.billing.invoices.Bill;
import dev.fieldservice.billing.invoices.Invoices;
import dev.fieldservice.billing.usages.BillableItem;
import dev.fieldservice.billing.usages.BillableItems;
import dev.fieldservice.billing.usages.PartsConsumed;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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

    /** A part was used, or taken back. */
    public Uni<BillingCase> hear(Tx tx, PartsConsumed event) {
        return open(tx, event.orderId(), event.ticketId())
                .chain(billing -> BillableItems.hear(tx, event).chain(item -> compare(tx, billing, Optional.of(item))));
    }

    /** The job was closed, or closed again. */
    public Uni<BillingCase> close(Tx tx, ClosedJob closed) {
        return open(tx, closed.orderId(), closed.ticketId())
                .invoke(billing -> billing.jobClosed(closed, tx.by()))
                .chain(billing -> compare(tx, billing, Optional.empty()));
    }

    /** The case of a job, made if this is the first that is heard of it; locked. */
    private static Uni<BillingCase> open(Tx tx, UUID orderId, UUID ticketId) {
        return tx.session()
                .createNativeQuery(UNLESS_THERE)
                .setParameter("id", orderId)
                .setParameter("ticket", ticketId)
                .setParameter("at", tx.by().at())
                .executeUpdate()
                .chain(() -> tx.load(BillingCase.class, orderId));
    }

    /**
     * Bills the job if all is known. Usages are read when there is a report to hold them against, and not before.
     *
     * @param newest heard in this transaction, so that the database may not have it yet
     */
    private Uni<BillingCase> compare(Tx tx, BillingCase billing, Optional<BillableItem> newest) {
        if (!billing.isReported()) {
            return Uni.createFrom().item(billing);
        }
        return BillableItems.ofCase(tx.session(), billing.id())
                .invoke(stored -> billing.compare(with(stored, newest), tx.by()))
                .chain(() -> billing.due()
                        .map(bill -> bill(tx, billing, bill))
                        .orElseGet(() -> Uni.createFrom().item(billing)));
    }

    private static List<BillableItem> with(List<BillableItem> stored, Optional<BillableItem> newest) {
        return Stream.concat(stored.stream(), newest.stream()).distinct().toList();
    }

    /** Bills what was reported, although what was used does not agree with it. */
    Uni<BillingCase> settle(Tx tx, UUID id, String reason) {
        return tx.load(BillingCase.class, id).chain(billing -> bill(tx, billing, billing.settle(reason, tx.by())));
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
    Uni<CaseWithItems> find(Mutiny.Session session, UUID id) {
        return session.find(BillingCase.class, id)
                .onItem()
                .ifNotNull()
                .transformToUni(
                        found -> BillableItems.ofCase(session, id).map(items -> new CaseWithItems(found, items)));
    }

    record CaseWithItems(BillingCase billing, List<BillableItem> items) {}
}
