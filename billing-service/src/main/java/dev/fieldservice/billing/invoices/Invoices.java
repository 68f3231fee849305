package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.accounting.Journal;
import dev.fieldservice.billing.company.KnownCompany;
import dev.fieldservice.billing.pricing.PriceBook;
import dev.fieldservice.billing.receivables.Receivable;
import dev.fieldservice.billing.receivables.Receivables;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds invoices, makes them and gives them numbers. */
@ApplicationScoped
public class Invoices {

    private static final String BILLED = """
            select l.sourceId from InvoiceLine l
             where l.invoice.id = :id and l.takenOut = false and l.invoice.state <> VOIDED""";

    private final PriceBook prices;
    private final InvoiceNumbers numbers;
    private final Receivables receivables;
    private final Journal journal;

    public Invoices(PriceBook prices, InvoiceNumbers numbers, Receivables receivables, Journal journal) {
        this.prices = prices;
        this.numbers = numbers;
        this.receivables = receivables;
        this.journal = journal;
    }

    public Uni<Invoice> draft(Tx tx, Bill bill) {
        return prices.hold(tx)
                .chain(() -> prices.find(tx, bill.work().wanted(bill.buyer().id())))
                .chain(inForce -> tx.add(Invoice.draft(bill, inForce, tx.by())));
    }

    Uni<Invoice> reprice(Tx tx, UUID id) {
        return load(tx, id)
                .call(invoice ->
                        prices.find(tx, invoice.wanted()).invoke(inForce -> invoice.reprice(inForce, tx.by())));
    }

    /** Prices or rates were changed. */
    Uni<Invoice> followPrices(Tx tx, UUID id) {
        return load(tx, id)
                .call(invoice -> prices.find(tx, invoice.wanted(), invoice.currency())
                        .invoke(inForce -> invoice.followPrices(inForce, tx.by())));
    }

    /** Drafts follow what the ticket says now; what is issued stays as it was. */
    public Uni<Void> follow(Tx tx, UUID id, Circumstances now) {
        return load(tx, id)
                .call(invoice -> prices.find(
                                tx, invoice.wanted().soldTo(now.buyer().id()), invoice.currency())
                        .invoke(inForce -> invoice.follow(now, inForce, tx.by())))
                .replaceWithVoid();
    }

    Uni<Invoice> correctLine(Tx tx, UUID id, UUID lineId, LineCorrection correction) {
        return load(tx, id)
                .call(invoice -> prices.find(tx, invoice.wanted(), invoice.currency())
                        .invoke(inForce -> invoice.correctLine(lineId, correction, inForce, tx.by())));
    }

    Uni<Invoice> takeOutLine(Tx tx, UUID id, UUID lineId, String reason) {
        return load(tx, id).invoke(invoice -> invoice.takeOutLine(lineId, reason, tx.by()));
    }

    Uni<Invoice> putBackLine(Tx tx, UUID id, UUID lineId, String reason) {
        return load(tx, id)
                .call(invoice -> prices.find(tx, invoice.wanted(), invoice.currency())
                        .invoke(inForce -> invoice.putBackLine(lineId, reason, inForce, tx.by())));
    }

    /** Whose job it is. */
    public Uni<UUID> order(Tx tx, UUID id) {
        return tx.session()
                .createSelectionQuery("select orderId from Invoice where id = :id", UUID.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.NotFound("invoice").refused());
    }

    /** Whoever calls holds the lock of its case. */
    public Uni<Invoice> voidDraft(Tx tx, UUID id, String reason) {
        return load(tx, id).invoke(invoice -> invoice.voidDraft(reason, tx.by()));
    }

    /** The same: it is a draft again, in the currency that the company has now. */
    public Uni<Invoice> reinstate(Tx tx, UUID id, Circumstances now, String reason) {
        return load(tx, id)
                .call(invoice -> prices.find(
                                tx, invoice.wanted().soldTo(now.buyer().id()))
                        .invoke(inForce -> invoice.reinstate(reason, now, inForce, tx.by())));
    }

    /** The usages and time entries that an invoice bills. */
    public Uni<Set<UUID>> billed(Mutiny.Session session, UUID id) {
        return session.createSelectionQuery(BILLED, UUID.class)
                .setParameter("id", id)
                .getResultList()
                .map(Set::copyOf);
    }

    Uni<Invoice> issue(Tx tx, UUID id) {
        return load(tx, id)
                .call(invoice -> prices.find(tx, invoice.wanted(), invoice.currency())
                        .chain(inForce -> KnownCompany.read(tx.session())
                                .chain(company -> receivables
                                        .paymentDays(tx, invoice.buyer.id())
                                        .chain(days -> numbers.next(tx, company.zone())
                                                .invoke(number -> invoice.issue(
                                                        number, inForce, company.seller(), days, tx.by()))))))
                .call(invoice -> receivables.open(tx, owed(invoice)))
                .call(invoice -> journal.book(tx, InvoiceBooking.of(invoice)));
    }

    /** Books what is issued, unless it is booked. */
    Uni<Void> book(Tx tx, UUID id) {
        return load(tx, id).chain(invoice -> journal.bookUnlessBooked(tx, InvoiceBooking.of(invoice)));
    }

    private static Receivable.Opened owed(Invoice invoice) {
        return new Receivable.Opened(
                invoice.id(),
                invoice.number,
                invoice.buyer.id(),
                invoice.buyer.name(),
                invoice.issueDate,
                invoice.dueDate,
                invoice.totals.gross());
    }

    /** For reading, with its lines; null if there is none. */
    Uni<Invoice> find(Mutiny.Session session, UUID id) {
        return session.createSelectionQuery("from Invoice i left join fetch i.lines where i.id = :id", Invoice.class)
                .setParameter("id", id)
                .getSingleResultOrNull();
    }

    private Uni<Invoice> load(Tx tx, UUID id) {
        return prices.hold(tx)
                .chain(() -> tx.load(Invoice.class, id))
                .call(invoice -> tx.session().fetch(invoice.lines));
    }
}
