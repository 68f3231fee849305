package dev.fieldservice.workorder.customers;

import dev.fieldservice.contracts.ContactRef;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.hibernate.LockMode;

/** The consumers of what the ticket service tells of customers and the people at theirs. */
public final class CustomerConsumers {

    private static final String UNLESS_KNOWN =
            "insert into known_contact (contact_id, contact_version, customer_id, name)"
                    + " values (:contact, -1, :customer, '') on conflict do nothing";

    private static final String MERGED = "insert into known_merger (customer_id, merged_into) values (:customer, :into)"
            + " on conflict (customer_id) do update set merged_into = excluded.merged_into";

    private CustomerConsumers() {}

    /** What is needed of {@code contact-changed}. */
    public record ContactChanged(UUID contactId, long contactVersion, UUID customerId, ContactRef contact) {}

    /** What is needed of {@code customer-changed}. */
    public record CustomerChanged(UUID customerId, UUID mergedInto) {}

    public static Uni<Void> keep(Tx tx, ContactChanged event) {
        return tx.session()
                .createNativeQuery(UNLESS_KNOWN)
                .setParameter("contact", event.contactId())
                .setParameter("customer", event.customerId())
                .executeUpdate()
                .chain(() -> tx.session().find(KnownContact.class, event.contactId(), LockMode.PESSIMISTIC_WRITE))
                .invoke(known -> known.keep(event.contactVersion(), event.customerId(), event.contact()))
                .replaceWithVoid();
    }

    /** Of a customer nothing else is needed than who they are by now, and nobody who was merged is ever themselves again. */
    public static Uni<Void> keep(Tx tx, CustomerChanged event) {
        return event.mergedInto() == null
                ? Uni.createFrom().voidItem()
                : tx.session()
                        .createNativeQuery(MERGED)
                        .setParameter("customer", event.customerId())
                        .setParameter("into", event.mergedInto())
                        .executeUpdate()
                        .replaceWithVoid();
    }
}
