package dev.fieldservice.billing.credits;

import dev.fieldservice.billing.credits.CreditNoteLifecycle.State;
import dev.fieldservice.billing.documents.InvoiceDocument;
import dev.fieldservice.billing.documents.IssuedDocuments;
import dev.fieldservice.billing.documents.OfficialRules;
import dev.fieldservice.billing.invoices.InvoiceFace;
import dev.fieldservice.billing.invoices.Invoices;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Issues credit notes as invoices are: the official rules are asked before, while nothing is locked; what was examined then is what
 * is issued.
 */
@ApplicationScoped
class CreditIssuing {

    private final UnitOfWork unit;
    private final CreditNotes notes;
    private final Invoices invoices;
    private final OfficialRules rules;
    private final IssuedDocuments documents;
    private final Clock clock;

    CreditIssuing(
            UnitOfWork unit,
            CreditNotes notes,
            Invoices invoices,
            OfficialRules rules,
            IssuedDocuments documents,
            Clock clock) {
        this.unit = unit;
        this.notes = notes;
        this.invoices = invoices;
        this.rules = rules;
        this.documents = documents;
        this.clock = clock;
    }

    /** What the rules say nothing against; refused with 422 where they do. Empty where nothing is to be issued. */
    Uni<Optional<InvoiceDocument>> examined(UUID id) {
        return unit.read(session -> notes.find(session, id)
                        .chain(note -> note == null || note.state != State.DRAFT
                                ? Uni.createFrom().item(Optional.<InvoiceDocument>empty())
                                : document(session, note).map(Optional::of)))
                .call(draft -> draft.map(this::examine)
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<InvoiceDocument> document(Mutiny.Session session, CreditNote note) {
        return invoices.find(session, note.invoiceId)
                .map(invoice -> CreditNoteDocuments.of(note, InvoiceFace.of(invoice)));
    }

    private Uni<Void> examine(InvoiceDocument draft) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        return rules.require(draft.asIfIssued(today), "Discard it, and credit the lines otherwise.");
    }

    Uni<CreditNote> issue(Tx tx, UUID id, Optional<InvoiceDocument> examined) {
        return notes.issue(tx, id)
                .call(note ->
                        document(tx.session(), note).chain(document -> documents.freeze(tx, note, document, examined)));
    }
}
