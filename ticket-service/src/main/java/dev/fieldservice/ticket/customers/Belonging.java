package dev.fieldservice.ticket.customers;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.hibernate.LockMode;

/** Contacts, sites and machines belong to one customer for good. */
public final class Belonging {

    private Belonging() {}

    /** Refused with 422 if there is no such customer, or they are another by now; nobody merges them until the commit. */
    public static Uni<Customer> requireCustomer(Tx tx, UUID customerId) {
        return tx.session()
                .find(Customer.class, customerId, LockMode.PESSIMISTIC_READ)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.RuleViolated.unknown("/customerId", "customer"))
                .invoke(customer -> customer.requireNotMerged("/customerId"));
    }

    /**
     * Who a customer that is known is by now; nobody merges them until the commit. Only that one is locked: who was merged before is
     * changed by whoever merges that one.
     */
    public static Uni<UUID> current(Tx tx, UUID customerId) {
        return tx.session()
                .createSelectionQuery(
                        "select coalesce(c.mergedInto, c.id) from Customer c where c.id = :id", UUID.class)
                .setParameter("id", customerId)
                .getSingleResult()
                .chain(known -> tx.session().find(Customer.class, known, LockMode.PESSIMISTIC_READ))
                .chain(held -> held.mergedInto()
                        .map(kept -> current(tx, kept))
                        .orElseGet(() -> Uni.createFrom().item(held.id())));
    }

    /** Refused with 422: what was entered for one customer must not turn up at another. */
    public static void requireUnchanged(UUID customerId, UUID requested) {
        if (!customerId.equals(requested)) {
            throw Refusal.RuleViolated.at(
                    "/customerId", "customer-is-fixed", "This cannot be moved to another customer.");
        }
    }
}
