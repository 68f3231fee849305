package dev.fieldservice.billing.pricing;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The consumer of which customers there are, as far as requests tell: tax rules are about one of them. */
public final class KnownCustomers {

    private static final String UNLESS_KNOWN =
            "insert into known_customer (customer_id) values (?1) on conflict do nothing";

    private KnownCustomers() {}

    /** What is needed of {@code ticket-created} and {@code ticket-changed}. */
    public record Request(Customer customer) {}

    /** Who asked. */
    public record Customer(UUID id) {}

    public static Uni<Integer> keep(Tx tx, Request request) {
        return keep(tx, request.customer().id());
    }

    public static Uni<Integer> keep(Tx tx, UUID customer) {
        return tx.session()
                .createNativeQuery(UNLESS_KNOWN)
                .setParameter(1, customer)
                .executeUpdate();
    }
}
