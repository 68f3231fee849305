package dev.fieldservice.billing.receivables;

import dev.fieldservice.billing.accounts.CustomerAccount;
import dev.fieldservice.billing.pricing.BillingTerms;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Opens what is owed when a document is issued, in the same transaction. */
@ApplicationScoped
public class Receivables {

    private final BillingTerms terms;

    public Receivables(BillingTerms terms) {
        this.terms = terms;
    }

    public Uni<Receivable> open(Tx tx, Receivable.Opened document) {
        return tx.add(Receivable.open(document, tx.by()));
    }

    /** Days until an invoice that is issued now is due: as agreed with the customer, or else as the settings say. */
    public Uni<Integer> paymentDays(Tx tx, UUID customer) {
        return CustomerAccount.paymentDays(tx.session(), customer).map(agreed -> agreed.orElse(terms.paymentDays()));
    }
}
