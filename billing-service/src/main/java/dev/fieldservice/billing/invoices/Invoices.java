package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.accounting.Journal;
import dev.fieldservice.billing.company.KnownCompany;
import dev.fieldservice.billing.pricing.BillingTerms;
import dev.fieldservice.billing.pricing.Coverage;
import dev.fieldservice.billing.pricing.PriceBook;
import dev.fieldservice.billing.pricing.Prices;
import dev.fieldservice.billing.receivables.Receivable;
import dev.fieldservice.billing.receivables.Receivables;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds invoices, makes them and gives them numbers. */
@ApplicationScoped
public class Invoices {

    private static final String BILLED = """
            select l.sourceId from InvoiceLine l
             where l.invoice.orderId = :order and l.sourceId is not null and l.takenOut = false
               and l.invoice.state <> VOIDED and l.quantity > l.creditedQuantity""";

    private static final String MOVED = """
            select id from Invoice where state = DRAFT and buyerGiven = true
               and cast(sql('(customer_id = ?)', :customer) as Boolean) = true order by id""";

    private final PriceBook prices;
    private final InvoiceNumbers numbers;
    private final Receivables receivables;
    private final Journal journal;
    private final BillingTerms terms;

    public Invoices(
            PriceBook prices, InvoiceNumbers numbers, Receivables receivables, Journal journal, BillingTerms terms) {
        this.prices = prices;
        this.numbers = numbers;
        this.receivables = receivables;
        this.journal = journal;
        this.terms = terms;
    }

    public Uni<Invoice> draft(Tx tx, Bill bill) {
        return prices.hold(tx)
                .chain(() -> prices.find(tx, bill.work().wanted(bill.buyer().id())))
                .chain(inForce -> tx.add(Drafts.of(bill, InvoiceCause.JOB, null, inForce, tx.by())));
    }

    /** Bills again what was credited of an invoice that is locked. */
    public Uni<Invoice> again(Tx tx, Invoice billed, BilledAgain what) {
        return prices.find(tx, billed.wanted(), billed.currency())
                .chain(inForce -> tx.add(Drafts.again(billed, what, inForce, tx.by())));
    }

    Uni<Invoice> reprice(Tx tx, UUID id) {
        return load(tx, id)
                .call(invoice ->
                        prices.find(tx, invoice.wanted()).invoke(inForce -> invoice.reprice(inForce, tx.by())));
    }

    /** Prices or rates were changed. */
    Uni<Invoice> followPrices(Tx tx, UUID id) {
        return change(tx, id, (invoice, inForce) -> invoice.followPrices(inForce, tx.by()));
    }

    /** Drafts follow what the ticket says now; what is issued stays as it was. */
    public Uni<Void> follow(Tx tx, UUID id, Circumstances now) {
        return load(tx, id)
                .call(invoice -> prices.find(
                                tx, invoice.wanted().soldTo(now.buyer().id()), invoice.currency())
                        .invoke(inForce -> invoice.follow(now, inForce, tx.by())))
                .replaceWithVoid();
    }

    /** It was decided what of a job is covered: drafts follow. Whoever calls holds the lock of its case. */
    public Uni<Void> cover(Tx tx, UUID order, Coverage coverage) {
        return ofJob(tx, order)
                .invoke(found -> found.forEach(invoice -> invoice.cover(coverage)))
                .chain(found -> OneByOne.each(
                        found,
                        invoice -> prices.find(tx, invoice.wanted(), invoice.currency())
                                .invoke(inForce -> invoice.followPrices(inForce, tx.by()))));
    }

    /** Loads a draft and changes it by the prices in force. */
    Uni<Invoice> change(Tx tx, UUID id, BiConsumer<Invoice, Prices> how) {
        return load(tx, id)
                .call(invoice -> prices.find(tx, invoice.wanted(), invoice.currency())
                        .invoke(inForce -> how.accept(invoice, inForce)));
    }

    /** Drafts that were moved to a customer follow what is known of them now. */
    public Uni<Void> followBuyer(Tx tx, CustomerRef buyer) {
        return tx.session()
                .createSelectionQuery(MOVED, UUID.class)
                .setParameter("customer", buyer.id())
                .getResultList()
                .chain(moved -> OneByOne.each(
                        moved,
                        id -> change(
                                tx,
                                id,
                                (invoice, inForce) -> invoice.follow(invoice.askedOf(buyer), inForce, tx.by()))));
    }

    /** All of a job, oldest first, locked, with their lines. */
    public Uni<List<Invoice>> ofJob(Tx tx, UUID order) {
        return prices.hold(tx)
                .chain(() -> tx.session()
                        .createSelectionQuery("from Invoice where orderId = :order order by id", Invoice.class)
                        .setParameter("order", order)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList())
                .invoke(found -> found.forEach(tx::watch))
                .call(found -> OneByOne.each(found, invoice -> tx.session().fetch(invoice.lines)));
    }

    /** How many others of a job are drafts or issued. */
    public Uni<Long> others(Tx tx, UUID order, UUID id) {
        return tx.session()
                .createSelectionQuery(
                        "select count(*) from Invoice where orderId = :order and id <> :id and state <> VOIDED",
                        Long.class)
                .setParameter("order", order)
                .setParameter("id", id)
                .getSingleResult();
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

    /** The usages and time entries of a job that are billed, and not credited. */
    public Uni<Set<UUID>> billed(Mutiny.Session session, UUID order) {
        return session.createSelectionQuery(BILLED, UUID.class)
                .setParameter("order", order)
                .getResultList()
                .map(Set::copyOf);
    }

    Uni<Invoice> issue(Tx tx, UUID id) {
        return load(tx, id)
                .invoke(IssueRules::requireHere)
                .call(invoice -> prices.find(tx, invoice.wanted(), invoice.currency())
                        .chain(inForce -> KnownCompany.read(tx.session())
                                .chain(company -> receivables
                                        .paymentDays(tx, invoice.buyer.id())
                                        .chain(days -> numbers.next(tx, company.zone(), terms.series())
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
    public Uni<Invoice> find(Mutiny.Session session, UUID id) {
        return session.createSelectionQuery("from Invoice i left join fetch i.lines where i.id = :id", Invoice.class)
                .setParameter("id", id)
                .getSingleResultOrNull();
    }

    /** Locked, with its lines. */
    public Uni<Invoice> load(Tx tx, UUID id) {
        return prices.hold(tx)
                .chain(() -> tx.load(Invoice.class, id))
                .call(invoice -> tx.session().fetch(invoice.lines));
    }
}
