package dev.fieldservice.billing.invoices;

import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The job that books an invoice which was issued before there was a journal. */
@ApplicationScoped
public class BookInvoice implements InTransaction<BookInvoice.Which> {

    /** The invoice. */
    public record Which(UUID invoiceId) {}

    private final Invoices invoices;

    public BookInvoice(Invoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public Class<Which> content() {
        return Which.class;
    }

    @Override
    public Policy policy() {
        return Policy.usual();
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<Which> errand) {
        return invoices.book(tx, errand.content().invoiceId()).replaceWith(Next::done);
    }
}
