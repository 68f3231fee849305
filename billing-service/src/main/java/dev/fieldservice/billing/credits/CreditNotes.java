package dev.fieldservice.billing.credits;

import dev.fieldservice.billing.accounting.Journal;
import dev.fieldservice.billing.company.KnownCompany;
import dev.fieldservice.billing.invoices.BilledAgain;
import dev.fieldservice.billing.invoices.CreditedLine;
import dev.fieldservice.billing.invoices.Invoice;
import dev.fieldservice.billing.invoices.InvoiceNumbers;
import dev.fieldservice.billing.invoices.Invoices;
import dev.fieldservice.billing.invoices.IssuedInvoice;
import dev.fieldservice.billing.invoices.TakenBack;
import dev.fieldservice.billing.owners.Owner;
import dev.fieldservice.billing.receivables.Receivable;
import dev.fieldservice.billing.receivables.Receivables;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Finds credit notes, makes them and gives them numbers. An invoice is locked before its credit notes are, so that what is left
 * of it is one truth.
 */
@ApplicationScoped
public class CreditNotes {

    private static final String NOT_BILLED_AGAIN = """
            from CreditNoteLine l where l.creditNote.invoiceId = :invoice and l.creditNote.state = ISSUED
               and not exists (from InvoiceLine i where i.againOf = l.id) order by l.creditNote.id, l.position""";

    private final Invoices invoices;
    private final InvoiceNumbers numbers;
    private final Receivables receivables;
    private final Journal journal;
    private final CreditTerms terms;

    public CreditNotes(
            Invoices invoices, InvoiceNumbers numbers, Receivables receivables, Journal journal, CreditTerms terms) {
        this.invoices = invoices;
        this.numbers = numbers;
        this.receivables = receivables;
        this.journal = journal;
        this.terms = terms;
    }

    Uni<CreditNote> draft(Tx tx, UUID invoiceId, CreditNoteDetails details) {
        return invoices.load(tx, invoiceId)
                .invoke(invoice -> details.requireLinesOf(invoice))
                .map(IssuedInvoice::of)
                .chain(invoice -> tx.add(CreditNote.draft(
                        invoice, WantedCredit.lines(details, invoice), details.reason(), false, tx.by())));
    }

    /** Something that is billed came back: a draft credits what is left of it, one for each invoice. @param invoice locked */
    public Uni<Void> propose(Tx tx, IssuedInvoice invoice, TakenBack back, String reason) {
        Set<UUID> lineIds = invoice.taken(back);
        List<CreditNoteLine> lines = WantedCredit.left(invoice, line -> lineIds.contains(line.id()));
        if (lines.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return openProposal(tx, invoice)
                .chain(open -> {
                    if (open == null) {
                        return tx.add(CreditNote.draft(invoice, lines, reason, true, tx.by()));
                    }
                    open.propose(lines, invoice, reason, tx.by());
                    return Uni.createFrom().item(open);
                })
                .replaceWithVoid();
    }

    private static Uni<CreditNote> openProposal(Tx tx, IssuedInvoice invoice) {
        return tx.session()
                .createSelectionQuery(
                        "from CreditNote where invoiceId = :invoice and proposed = true and state = DRAFT",
                        CreditNote.class)
                .setParameter("invoice", invoice.face().id())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResultOrNull()
                .onItem()
                .ifNotNull()
                .call(note -> tx.session().fetch(note.lines))
                .onItem()
                .ifNotNull()
                .invoke(tx::watch);
    }

    Uni<CreditNote> issue(Tx tx, UUID id) {
        return withInvoice(tx, id)
                .call(found -> KnownCompany.read(tx.session())
                        .chain(company -> numbers.next(tx, company.zone(), terms.series()))
                        .invoke(number -> found.note().issue(number, IssuedInvoice.of(found.invoice()), tx.by())))
                .map(Found::note)
                .call(note -> receivables.open(tx, givenBack(note)))
                .call(note -> journal.book(tx, CreditBooking.of(note)));
    }

    /** It is the customer's from its day on. */
    private static Receivable.Opened givenBack(CreditNote note) {
        return new Receivable.Opened(
                note.id(),
                note.number,
                note.buyer.id(),
                note.buyer.name(),
                note.issueDate,
                note.issueDate,
                CreditBooking.negated(note.totals.gross()));
    }

    /** Somebody sees to it from now on. */
    public Uni<CreditNote> assignOwner(Tx tx, UUID id, Owner owner) {
        return tx.load(CreditNote.class, id)
                .call(note -> tx.session().fetch(note.lines))
                .invoke(note -> note.assignOwner(owner, tx.by()));
    }

    Uni<CreditNote> discard(Tx tx, UUID id, String reason) {
        return withInvoice(tx, id).map(Found::note).invoke(note -> note.discard(reason, tx.by()));
    }

    /** A draft that bills by the prices and rules of now what was taken back of an invoice, and is not billed again yet. */
    Uni<Invoice> correct(Tx tx, UUID invoiceId, String reason) {
        return invoices.load(tx, invoiceId)
                .chain(invoice -> notBilledAgain(tx, invoiceId, CreditedLine::isReturned)
                        .chain(lines -> invoices.again(tx, invoice, BilledAgain.correcting(invoice, lines, reason))));
    }

    /** A draft that bills again, as it was, what a credit note took back. */
    Uni<Invoice> reverse(Tx tx, UUID id, String reason) {
        return withInvoice(tx, id).chain(found -> {
            CreditNote note = found.note();
            note.requireIssued();
            Set<UUID> mine = note.credited().stream().map(CreditedLine::id).collect(Collectors.toSet());
            return notBilledAgain(tx, note.invoiceId, line -> mine.contains(line.id()))
                    .chain(lines -> invoices.again(
                            tx,
                            found.invoice(),
                            BilledAgain.reversing(note.asPreceding(), lines, note.totals, reason)));
        });
    }

    /** Refused with 409 where there is none. */
    private static Uni<List<CreditedLine>> notBilledAgain(Tx tx, UUID invoiceId, Predicate<CreditedLine> wanted) {
        return tx.session()
                .createSelectionQuery(NOT_BILLED_AGAIN, CreditNoteLine.class)
                .setParameter("invoice", invoiceId)
                .getResultList()
                .map(found -> found.stream()
                        .map(CreditNoteLine::credited)
                        .filter(wanted)
                        .toList())
                .invoke(lines -> {
                    if (lines.isEmpty()) {
                        throw new Refusal.Conflict(
                                        "nothing-credited",
                                        "Nothing was taken back of it that is not on another invoice or draft by now.")
                                .refused();
                    }
                });
    }

    /** For reading, with its lines; null if there is none. */
    Uni<CreditNote> find(Mutiny.Session session, UUID id) {
        return session.createSelectionQuery(
                        "from CreditNote n left join fetch n.lines where n.id = :id", CreditNote.class)
                .setParameter("id", id)
                .getSingleResultOrNull();
    }

    private record Found(CreditNote note, Invoice invoice) {}

    private Uni<Found> withInvoice(Tx tx, UUID id) {
        return tx.session()
                .createSelectionQuery("select invoiceId from CreditNote where id = :id", UUID.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.NotFound("credit note").refused())
                .chain(invoice -> invoices.load(tx, invoice))
                .chain(invoice -> tx.load(CreditNote.class, id)
                        .call(note -> tx.session().fetch(note.lines))
                        .map(note -> new Found(note, invoice)));
    }
}
