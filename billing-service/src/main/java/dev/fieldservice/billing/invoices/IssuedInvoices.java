package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.documents.DocumentType;
import dev.fieldservice.billing.documents.IssuedDocument;
import dev.fieldservice.billing.documents.IssuedDocuments;
import dev.fieldservice.platform.problems.Refusal;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds what was issued of an invoice. */
final class IssuedInvoices {

    private IssuedInvoices() {}

    /** Refused with 404 where there is no such invoice, with 409 where it is not issued. */
    static Uni<IssuedDocument> find(Mutiny.Session session, UUID id) {
        return invoice(session, id)
                .invoke(IssuedInvoices::requireIssued)
                .chain(() -> IssuedDocuments.find(session, DocumentType.INVOICE, id));
    }

    /** Refused with 404 where there is none. */
    static Uni<Invoice> invoice(Mutiny.Session session, UUID id) {
        return session.find(Invoice.class, id)
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.NotFound("invoice").refused());
    }

    private static void requireIssued(Invoice invoice) {
        if (invoice.number == null) {
            throw new Refusal.Conflict("not-issued", "A draft has no number yet. Look at its preview, or issue it.")
                    .refused();
        }
    }
}
