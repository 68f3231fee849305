package dev.fieldservice.billing.einvoices;

import dev.fieldservice.billing.documents.IssuedDocument;
import dev.fieldservice.billing.documents.WhenMade;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Decides, once the XML of a document is there, whether the tax authority must get it. */
@ApplicationScoped
public class EInvoices implements WhenMade {

    @Override
    public Uni<Void> made(Tx tx, IssuedDocument document) {
        return tx.add(new EInvoice(document, tx.by())).replaceWithVoid();
    }
}
