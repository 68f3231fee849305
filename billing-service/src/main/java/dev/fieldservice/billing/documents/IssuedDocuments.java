package dev.fieldservice.billing.documents;

import dev.fieldservice.billing.errands.BillingErrand;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Freezes what is issued, and finds it. */
@ApplicationScoped
public class IssuedDocuments {

    private final Errands errands;

    public IssuedDocuments(Errands errands) {
        this.errands = errands;
    }

    /**
     * In the transaction that gives it its number; its files follow. Refused with 409 where it is not what was examined.
     *
     * @param issued the invoice or the credit note
     * @param examined against which the official rules say nothing; empty where nothing was
     */
    public Uni<Void> freeze(Tx tx, Aggregate issued, InvoiceDocument document, Optional<InvoiceDocument> examined) {
        if (!examined.equals(Optional.of(document.unnumbered()))) {
            throw new Refusal.Conflict(
                            "changed-meanwhile", "It was changed while it was examined. Read it again, then issue it.")
                    .refused();
        }
        return freeze(tx, issued.id(), issued.correlationId(), document);
    }

    /** @param ticketId ties its history to that of the request */
    private Uni<Void> freeze(Tx tx, UUID id, UUID ticketId, InvoiceDocument document) {
        return tx.add(new IssuedDocument(id, ticketId, document, tx.by()))
                .chain(frozen -> errands.later(
                        tx,
                        BillingErrand.DOCUMENT_FILES,
                        frozen.subject(),
                        new DocumentMaking.Content(frozen.id()),
                        tx.by().at()));
    }

    /** Refused with 404 where no such document was issued. */
    public static Uni<IssuedDocument> find(Mutiny.Session session, DocumentType type, UUID id) {
        return session.find(IssuedDocument.class, id).invoke(found -> {
            if (found == null || found.type != type) {
                throw new Refusal.NotFound("issued document").refused();
            }
        });
    }
}
