package dev.fieldservice.billing.customers;

import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A customer of whom this service was told: prices and rules are about one of them, and drafts are moved to one of them. */
@Entity
public class KnownCustomer {

    private static final String UNLESS_KNOWN =
            "insert into known_customer (customer_id) values (?1) on conflict do nothing";

    @Id
    UUID customerId;

    /** As the newest that was heard named them; null where that was before it was kept. */
    @JdbcTypeCode(SqlTypes.JSON)
    CustomerRef card;

    Instant toldAt;

    protected KnownCustomer() {}

    /** What is needed of {@code customer-changed}. */
    public record Changed(CustomerRef customer, Instant changedAt) {}

    /** What is needed of {@code ticket-created}. */
    public record Request(CustomerRef customer, Instant createdAt) {}

    public static Uni<Boolean> keep(Tx tx, Request request) {
        return keep(tx, request.customer(), request.createdAt());
    }

    /** True if they are named otherwise than before; what is older than what is known is ignored. */
    public static Uni<Boolean> keep(Tx tx, CustomerRef customer, Instant at) {
        return tx.session()
                .createNativeQuery(UNLESS_KNOWN)
                .setParameter(1, customer.id())
                .executeUpdate()
                .chain(() -> tx.session().find(KnownCustomer.class, customer.id(), LockMode.PESSIMISTIC_WRITE))
                .map(known -> known.hear(customer, at));
    }

    private boolean hear(CustomerRef told, Instant at) {
        if (toldAt != null && at.isBefore(toldAt)) {
            return false;
        }
        boolean isOther = !told.equals(card);
        card = told;
        toldAt = at;
        return isOther;
    }

    /** Null if nothing was heard of them. */
    public static Uni<CustomerRef> card(Tx tx, UUID id) {
        return tx.session().find(KnownCustomer.class, id).map(known -> known == null ? null : known.card);
    }
}
