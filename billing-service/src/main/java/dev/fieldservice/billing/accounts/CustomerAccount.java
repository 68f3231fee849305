package dev.fieldservice.billing.accounts;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A customer's account. Whoever allocates locks it before anything that stands on it, so that allocations of one customer come one
 * after the other; whoever needs several locks them in the order of their ids, so that nobody waits in a circle. It has its row from
 * the first time it is locked on.
 */
@Entity
public class CustomerAccount extends Aggregate {

    private static final String ROW =
            "insert into customer_account (id, version) values (?1, 0) on conflict do nothing";
    private static final String KNOWN = """
            select exists (select 1 from known_customer where customer_id = ?1)
                or exists (select 1 from open_item where customer_id = ?1)""";

    /** Null: those of the company's settings. */
    Integer paymentDays;

    /** BCP 47 tag; null: the first of the company's. */
    String language;

    protected CustomerAccount() {}

    /** Locks it. Whoever calls knows that there is such a customer. */
    public static Uni<CustomerAccount> lock(Tx tx, UUID customer) {
        return tx.session()
                .createNativeQuery(ROW)
                .setParameter(1, customer)
                .executeUpdate()
                .chain(() -> tx.load(CustomerAccount.class, customer));
    }

    /** The same for a customer that somebody names. @param pointer where in the body, for the refusal with 422 */
    public static Uni<CustomerAccount> lock(Tx tx, UUID customer, String pointer) {
        return isKnown(tx.session(), customer)
                .invoke(known -> {
                    if (!known) {
                        throw Refusal.RuleViolated.at(
                                pointer,
                                "unknown-reference",
                                "No customer of this id with a request or an invoice was heard of here.");
                    }
                })
                .chain(() -> lock(tx, customer));
    }

    /** Whether a request or an invoice of this customer was heard of. */
    static Uni<Boolean> isKnown(Mutiny.Session session, UUID customer) {
        return session.createNativeQuery(KNOWN, Boolean.class)
                .setParameter(1, customer)
                .getSingleResult();
    }

    /** Days until invoices of this customer are due; empty: those of the company's settings. */
    public static Uni<Optional<Integer>> paymentDays(Mutiny.Session session, UUID customer) {
        return session.createSelectionQuery("from CustomerAccount where id = :id", CustomerAccount.class)
                .setParameter("id", customer)
                .getSingleResultOrNull()
                .map(account -> Optional.ofNullable(account).map(known -> known.paymentDays));
    }

    /** Refused with 404 where nothing was heard of such a customer. */
    static Uni<CustomerAccount> load(Tx tx, UUID customer) {
        return isKnown(tx.session(), customer)
                .invoke(known -> {
                    if (!known) {
                        throw new Refusal.NotFound("customer account").refused();
                    }
                })
                .chain(() -> lock(tx, customer));
    }

    void agree(CustomerTerms terms, By by) {
        paymentDays = terms.paymentDays();
        language = terms.language();
        String agreed = Stream.of(paymentDays == null ? null : paymentDays + " days", language)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        note("TERMS_AGREED", by, by.at(), agreed.isEmpty() ? null : agreed);
    }

    /** As it is before it has a row. */
    static CustomerAccount ofNobodyYet(UUID customer) {
        CustomerAccount account = new CustomerAccount();
        account.id = customer;
        return account;
    }

    @Override
    public String kind() {
        return "customer-account";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
