package dev.fieldservice.billing.pricing;

import dev.fieldservice.platform.problems.Refusal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For whom a price or a rule holds, the most general first: the last that has one counts. */
@Schema(name = "PriceScope")
public enum Scope {
    GENERAL,
    CUSTOMER,
    CONTRACT;

    /** Of what names a customer, a contract or neither (null). */
    static Scope of(UUID customer, UUID contract) {
        if (contract != null) {
            return CONTRACT;
        }
        return customer == null ? GENERAL : CUSTOMER;
    }

    /** Refused with 422 where both are named: a contract is of one customer. */
    static void require(UUID customer, UUID contract) {
        if (customer != null && contract != null) {
            throw Refusal.RuleViolated.at(
                    "/customerId", "does-not-fit", "A contract is of one customer: leave the customer out.");
        }
    }

    /** As an article. */
    public String words() {
        return switch (this) {
            case GENERAL -> "the general";
            case CUSTOMER -> "this customer's";
            case CONTRACT -> "the contract's";
        };
    }
}
