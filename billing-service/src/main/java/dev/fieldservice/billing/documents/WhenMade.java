package dev.fieldservice.billing.documents;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;

/** What follows once the files of a document that was issued are there; in the transaction that records them. */
public interface WhenMade {

    Uni<Void> made(Tx tx, IssuedDocument document);
}
