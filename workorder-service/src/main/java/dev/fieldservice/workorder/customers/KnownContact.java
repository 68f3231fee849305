package dev.fieldservice.workorder.customers;

import dev.fieldservice.contracts.ContactRef;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;
import java.util.UUID;

/** Somebody at a customer's, of whom this service was told: a report can be sent to them. */
@Entity
public class KnownContact {

    /** A customer who was merged into another is that one, and so is who was merged into them before. */
    private static final String OF_THE_CUSTOMER = """
            with recursive whose (id) as (
                     select customer_id from known_contact where contact_id = :contact
                     union select m.merged_into from whose join known_merger m on m.customer_id = whose.id),
                 asked (id) as (
                     select cast(:customer as uuid)
                     union select m.merged_into from asked join known_merger m on m.customer_id = asked.id)
            select exists (select 1 from whose join asked using (id))""";

    @Id
    UUID contactId;

    long contactVersion;
    UUID customerId;
    String name;

    /** Null where none is known. */
    String email;

    /** Null where it is not known. */
    String language;

    protected KnownContact() {}

    /** Refused with 422 where they are nobody of this customer, in the same words as where there is no such contact. */
    public static Uni<KnownContact> of(Tx tx, UUID customerId, UUID contactId) {
        return tx.session()
                .createNativeQuery(OF_THE_CUSTOMER, Boolean.class)
                .setParameter("contact", contactId)
                .setParameter("customer", customerId)
                .getSingleResult()
                .chain(isTheirs -> {
                    if (!isTheirs) {
                        throw Refusal.RuleViolated.unknown("/contactId", "contact");
                    }
                    return tx.session().find(KnownContact.class, contactId);
                });
    }

    /** What is older than what is known is ignored. */
    void keep(long version, UUID customer, ContactRef told) {
        if (version > contactVersion) {
            contactVersion = version;
            customerId = customer;
            name = told.name();
            email = told.email();
            language = told.language();
        }
    }

    public String name() {
        return name;
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /** A tag of BCP 47. */
    public Optional<String> language() {
        return Optional.ofNullable(language);
    }
}
