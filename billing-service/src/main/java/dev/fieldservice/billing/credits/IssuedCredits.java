package dev.fieldservice.billing.credits;

import dev.fieldservice.billing.credits.CreditNoteLifecycle.State;
import dev.fieldservice.billing.documents.DocumentType;
import dev.fieldservice.billing.documents.IssuedDocument;
import dev.fieldservice.billing.documents.IssuedDocuments;
import dev.fieldservice.platform.problems.Refusal;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds what was issued of a credit note. */
final class IssuedCredits {

    private IssuedCredits() {}

    /** Refused with 404 where there is no such credit note, with 409 where it is not issued. */
    static Uni<IssuedDocument> find(Mutiny.Session session, UUID id) {
        return note(session, id)
                .invoke(IssuedCredits::requireIssued)
                .chain(() -> IssuedDocuments.find(session, DocumentType.CREDIT_NOTE, id));
    }

    /** Refused with 404 where there is none. */
    static Uni<CreditNote> note(Mutiny.Session session, UUID id) {
        return session.find(CreditNote.class, id)
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.NotFound("credit note").refused());
    }

    private static void requireIssued(CreditNote note) {
        if (note.state != State.ISSUED) {
            throw new Refusal.Conflict("not-issued", "A draft has no number yet, and no files. Issue it.").refused();
        }
    }
}
