package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.pricing.BillingTerms;
import dev.fieldservice.billing.pricing.PriceBook;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds invoices, makes them and gives them numbers. */
@ApplicationScoped
public class Invoices {

    private final PriceBook prices;
    private final InvoiceNumbers numbers;
    private final BillingTerms terms;

    public Invoices(PriceBook prices, InvoiceNumbers numbers, BillingTerms terms) {
        this.prices = prices;
        this.numbers = numbers;
        this.terms = terms;
    }

    public Uni<Invoice> draft(Tx tx, Bill bill) {
        return prices.on(tx, bill.performedOn(), bill.parts())
                .chain(inForce -> tx.add(Invoice.draft(bill, inForce, terms, tx.by())));
    }

    Uni<Invoice> reprice(Tx tx, UUID id) {
        return load(tx, id)
                .call(invoice -> prices.on(tx, invoice.performedOn, invoice.parts())
                        .invoke(inForce -> invoice.reprice(inForce, terms, tx.by())));
    }

    Uni<Invoice> issue(Tx tx, UUID id) {
        return load(tx, id).call(invoice -> numbers.next(tx).invoke(number -> invoice.issue(number, terms, tx.by())));
    }

    /** For reading, with its lines; null if there is none. */
    Uni<Invoice> find(Mutiny.Session session, UUID id) {
        return session.createSelectionQuery("from Invoice i left join fetch i.lines where i.id = :id", Invoice.class)
                .setParameter("id", id)
                .getSingleResultOrNull();
    }

    private static Uni<Invoice> load(Tx tx, UUID id) {
        return tx.load(Invoice.class, id).call(invoice -> tx.session().fetch(invoice.lines));
    }
}
