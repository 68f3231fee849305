package dev.fieldservice.ticket.customers;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.corrections.Correction.About;
import dev.fieldservice.ticket.corrections.Corrections;
import dev.fieldservice.ticket.externalids.ExternalId;
import dev.fieldservice.ticket.externalids.Named;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Changes customers, and has open tickets follow. */
@ApplicationScoped
class Customers {

    private final Corrections corrections;

    Customers(Corrections corrections) {
        this.corrections = corrections;
    }

    /** Ready to be changed. */
    Uni<Customer> loadToChange(Tx tx, UUID id, CustomerDetails details) {
        return tx.load(Customer.class, id).call(found -> follow(tx, found, details));
    }

    /** Registers whom the other system knows, or changes them: sent again, it changes nothing. */
    Uni<Customer> enter(Tx tx, CustomerUpsert wanted, By by) {
        return Named.CUSTOMER
                .lockedOwner(tx, Customer.class, wanted.externalId(), Customer::isCalled)
                .chain(owner -> owner.map(found -> follow(tx, found, wanted.customer())
                                .invoke(() -> found.change(wanted.customer(), by))
                                .replaceWith(found))
                        .orElseGet(() -> tx.add(Customer.register(wanted.customer(), by)))
                        .invoke(customer -> customer.isKnownAs(wanted.externalId(), by)));
    }

    private Uni<Void> follow(Tx tx, Customer found, CustomerDetails details) {
        return corrections.follow(tx, found, found.differsFrom(details), About.CUSTOMER, found.id());
    }

    static Uni<Customer> name(Tx tx, UUID id, ExternalId externalId) {
        return Named.CUSTOMER
                .requireFree(tx, externalId, id)
                .chain(() -> tx.load(Customer.class, id))
                .invoke(customer -> customer.isKnownAs(externalId, tx.by()));
    }
}
