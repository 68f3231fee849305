package dev.fieldservice.billing.credits;

import dev.fieldservice.billing.credits.CreditNoteLifecycle.State;
import dev.fieldservice.billing.documents.InvoiceDocument;
import dev.fieldservice.billing.documents.IssuedDocuments;
import dev.fieldservice.billing.documents.OfficialRules;
import dev.fieldservice.billing.invoices.InvoiceFace;
import dev.fieldservice.billing.invoices.Invoices;
import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
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
        return rules.objections(
                        draft.asIfIssued(clock.instant().atZone(ZoneOffset.UTC).toLocalDate()))
                .invoke(CreditIssuing::requireNone)
                .replaceWithVoid();
    }

    private static void requireNone(List<FieldError> objections) {
        if (!objections.isEmpty()) {
            throw new Refusal.RuleViolated(
                            "against-the-rules",
                            "The rules for e-invoices are against it. Discard it, and credit the lines otherwise.",
                            objections)
                    .refused();
        }
    }

    Uni<CreditNote> issue(Tx tx, UUID id, Optional<InvoiceDocument> examined) {
        return notes.issue(tx, id)
                .call(note -> document(tx.session(), note).chain(document -> freeze(tx, note, document, examined)));
    }

    private Uni<Void> freeze(Tx tx, CreditNote note, InvoiceDocument document, Optional<InvoiceDocument> examined) {
        if (!examined.equals(Optional.of(document.unnumbered()))) {
            throw new Refusal.Conflict(
                            "changed-meanwhile", "It was changed while it was examined. Read it again, then issue it.")
                    .refused();
        }
        return documents.freeze(tx, note.id(), note.correlationId(), document);
    }
}
