package dev.fieldservice.billing.pricing;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The look-up of the customer or the part that a price or a tax rule is about, among those that this service has heard of. */
public final class RuleSubjects {

    /** @param topic whose newest messages say of each that there is one */
    private record Subject(String query, String pointer, String what, String topic) {}

    private static final Subject CUSTOMER = new Subject(
            "select count(*) from known_customer where customer_id = ?1",
            "/customerId",
            "customer",
            Topics.CUSTOMER_CHANGED);
    private static final Subject PART = new Subject(
            "select count(*) from known_part where part_id = ?1", "/partId", "part", Topics.PART_REGISTERED);

    private RuleSubjects() {}

    /** Refused with 422 where nothing was heard of it. */
    static Uni<Void> require(Tx tx, TaxRuleDetails details) {
        return requireCustomer(tx, details.customerId()).chain(() -> requirePart(tx, details.partId()));
    }

    /** Refused with 422 where nothing was heard of it. */
    static Uni<Void> require(Tx tx, PriceRuleDetails details) {
        return requireCustomer(tx, details.customerId()).chain(() -> requirePart(tx, details.partId()));
    }

    /** Refused with 422 where nothing was heard of it. @param customer null for none */
    static Uni<Void> requireCustomer(Tx tx, UUID customer) {
        return heard(tx, CUSTOMER, customer);
    }

    /** Refused with 422 where nothing was heard of it. @param part null for none */
    public static Uni<Void> requirePart(Tx tx, UUID part) {
        return heard(tx, PART, part);
    }

    private static Uni<Void> heard(Tx tx, Subject subject, UUID id) {
        if (id == null) {
            return Uni.createFrom().voidItem();
        }
        return tx.session()
                .createNativeQuery(subject.query(), Long.class)
                .setParameter(1, id)
                .getSingleResult()
                .invoke(found -> {
                    if (found == 0) {
                        throw unknown(subject);
                    }
                })
                .replaceWithVoid();
    }

    private static RuntimeException unknown(Subject subject) {
        return Refusal.RuleViolated.at(
                subject.pointer(),
                "unknown-reference",
                "No %s of this id was heard of here. If it was made just now, try again in a moment; if it is old, have an administrator tell %s anew."
                        .formatted(subject.what(), subject.topic()));
    }
}
