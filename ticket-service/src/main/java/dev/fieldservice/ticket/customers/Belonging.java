package dev.fieldservice.ticket.customers;

import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Contacts, sites and machines belong to one customer for good. */
public final class Belonging {

    private Belonging() {}

    /** Refused with 422 if there is no such customer. */
    public static Uni<Customer> requireCustomer(Tx tx, UUID customerId) {
        return tx.session()
                .find(Customer.class, customerId)
                .onItem()
                .ifNull()
                .failWith(() -> unknown("/customerId", "customer").refused());
    }

    /** Refused with 422: what was entered for one customer must not turn up at another. */
    public static void requireUnchanged(UUID customerId, UUID requested) {
        if (!customerId.equals(requested)) {
            throw new Refusal.RuleViolated(
                            "customer-is-fixed",
                            "This cannot be moved to another customer.",
                            List.of(new FieldError("/customerId", "fixed", "must stay " + customerId)))
                    .refused();
        }
    }

    /** What a reference that leads nowhere is answered with. */
    public static Refusal unknown(String pointer, String what) {
        return new Refusal.RuleViolated(
                "unknown-reference",
                "The request refers to something that does not exist for this customer.",
                List.of(new FieldError(pointer, "unknown-reference", "There is no such " + what + ".")));
    }
}
