package dev.fieldservice.billing.documents;

import dev.fieldservice.billing.errands.BillingErrand;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
     * In the transaction that gives it its number; its files follow.
     *
     * @param id of the invoice or the credit note
     * @param ticketId ties its history to that of the request
     */
    public Uni<Void> freeze(Tx tx, UUID id, UUID ticketId, InvoiceDocument document) {
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
