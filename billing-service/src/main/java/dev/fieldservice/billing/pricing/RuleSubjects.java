package dev.fieldservice.billing.pricing;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The look-up of the customer or the part that a price or a tax rule is about, among those that this service has heard of. */
final class RuleSubjects {

    private static final String CUSTOMER = "select count(*) from known_customer where customer_id = ?1";
    private static final String PART = "select count(*) from known_part where part_id = ?1";

    private RuleSubjects() {}

    /** Refused with 422 where nothing was heard of it. */
    static Uni<Void> require(Tx tx, TaxRuleDetails details) {
        return heard(tx, CUSTOMER, details.customerId(), "/customerId", "customer with a request")
                .chain(() -> requirePart(tx, details.partId()));
    }

    /** Refused with 422 where nothing was heard of it. @param part null for none */
    static Uni<Void> requirePart(Tx tx, UUID part) {
        return heard(tx, PART, part, "/partId", "part");
    }

    private static Uni<Void> heard(Tx tx, String query, UUID id, String pointer, String what) {
        if (id == null) {
            return Uni.createFrom().voidItem();
        }
        return tx.session()
                .createNativeQuery(query, Long.class)
                .setParameter(1, id)
                .getSingleResult()
                .invoke(found -> {
                    if (found == 0) {
                        throw unknown(pointer, what);
                    }
                })
                .replaceWithVoid();
    }

    private static RuntimeException unknown(String pointer, String what) {
        return Refusal.RuleViolated.at(
                pointer,
                "unknown-reference",
                "No " + what + " of this id was heard of here. If it was made just now, try again in a moment.");
    }
}
