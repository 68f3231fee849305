package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.errands.BillingErrand;
import dev.fieldservice.billing.pricing.PricesChanged;
import dev.fieldservice.platform.aggregates.Subject;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The job that finds the invoices which a change of prices concerns, page by page, and has each of them follow. */
@ApplicationScoped
public class FollowPrices implements InTransaction<PricesChanged> {

    private static final int PAGE = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private static final String INVOICES = """
            from Invoice i where i.id > :after
               and (:anyCustomer = true or cast(sql('(customer_id = ?)', :customer) as Boolean) = true) and exists (from InvoiceLine l
               where l.invoice = i and l.performedOn >= :from
                 and (:anyPart = true or l.partId = :part) and l.kind in :kinds)
             order by i.id""";

    private final Errands errands;

    public FollowPrices(Errands errands) {
        this.errands = errands;
    }

    @Override
    public Class<PricesChanged> content() {
        return PricesChanged.class;
    }

    @Override
    public Policy policy() {
        return Policy.usual();
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<PricesChanged> errand) {
        PricesChanged change = errand.content();
        return page(tx, change)
                .chain(found -> each(tx, found)
                        .chain(() -> found.size() < PAGE
                                ? Uni.createFrom().voidItem()
                                : goOn(
                                        tx,
                                        errand.subject(),
                                        change.goingOnAfter(found.getLast().id()))))
                .replaceWith(Next::done);
    }

    private static Uni<List<Invoice>> page(Tx tx, PricesChanged change) {
        return tx.session()
                .createSelectionQuery(INVOICES, Invoice.class)
                .setParameter("after", Optional.ofNullable(change.after()).orElse(FIRST))
                .setParameter("anyCustomer", change.customerId() == null)
                .setParameter(
                        "customer", Optional.ofNullable(change.customerId()).orElse(FIRST))
                .setParameter("from", change.from())
                .setParameter("anyPart", change.partId() == null)
                .setParameter("part", Optional.ofNullable(change.partId()).orElse(FIRST))
                .setParameter("kinds", kinds(change))
                .setMaxResults(PAGE)
                .getResultList();
    }

    private static List<LineKind> kinds(PricesChanged change) {
        return Optional.ofNullable(change.kind())
                .map(kind -> Stream.of(LineKind.values())
                        .filter(line -> line.work() == kind)
                        .toList())
                .orElse(List.of(LineKind.values()));
    }

    private Uni<Void> each(Tx tx, List<Invoice> found) {
        return OneByOne.each(
                found,
                invoice -> errands.later(
                        tx,
                        BillingErrand.REPRICE_INVOICE,
                        invoice.subject(),
                        new RepriceInvoice.Which(invoice.id()),
                        tx.by().at()));
    }

    private Uni<Void> goOn(Tx tx, Subject subject, PricesChanged rest) {
        return errands.later(
                tx, BillingErrand.FOLLOW_PRICES, subject, rest, tx.by().at());
    }
}
