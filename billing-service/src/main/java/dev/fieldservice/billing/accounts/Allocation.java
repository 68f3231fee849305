package dev.fieldservice.billing.accounts;

import dev.fieldservice.billing.pricing.Withdrawal;
import dev.fieldservice.contracts.Money;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a customer owes and what is the customer's, set against each other. */
@Entity
public class Allocation extends Aggregate {

    UUID customerId;
    UUID debitId;
    UUID creditId;
    BigDecimal amount;
    String currency;

    /** From this day on it counts. */
    LocalDate allocatedOn;

    Instant allocatedAt;

    /** From this day on it does not count any more; null as long as it does. */
    LocalDate undoneOn;

    @JdbcTypeCode(SqlTypes.JSON)
    Withdrawal undone;

    protected Allocation() {}

    /**
     * Refused with 422 where the two do not fit together, or it is more than is open of one of them.
     *
     * @param at where its amount stands in the body
     */
    static Allocation of(OpenItem debit, OpenItem credit, Money amount, String at, By by) {
        requireFit(debit, credit, amount, at);
        requireOpen(debit, amount, at);
        requireOpen(credit, amount, at);
        Allocation made = new Allocation();
        made.id = Ids.next();
        made.customerId = debit.customerId;
        made.debitId = debit.id();
        made.creditId = credit.id();
        made.amount = amount.amount();
        made.currency = amount.currency();
        made.allocatedOn = OpenItem.dayOf(debit, credit);
        made.allocatedAt = by.at();
        debit.allocate(made.amount, made.allocatedOn, by);
        credit.allocate(made.amount, made.allocatedOn, by);
        made.note("ALLOCATED", by, by.at(), null);
        return made;
    }

    /** Refused with 409 if it was undone before. */
    void undo(OpenItem debit, OpenItem credit, String reason, LocalDate on, By by) {
        if (undone != null) {
            throw new Refusal.Conflict("already-undone", "It was undone before, and counts no more.").refused();
        }
        undone = Withdrawal.of(reason, by);
        undoneOn = on;
        debit.release(amount, on, by);
        credit.release(amount, on, by);
        note("ALLOCATION_UNDONE", by, by.at(), reason);
    }

    UUID otherThan(UUID item) {
        return item.equals(debitId) ? creditId : debitId;
    }

    private static void requireFit(OpenItem debit, OpenItem credit, Money amount, String at) {
        if (!debit.isDebit() || !credit.isCredit()) {
            throw Refusal.RuleViolated.at(
                    at,
                    "same-side",
                    "Set what the customer owes (an invoice, money paid back) against what is the customer's (a payment, a credit note).");
        }
        if (debit.customer().isEmpty() || !debit.customer().equals(credit.customer())) {
            throw Refusal.RuleViolated.at(at, "other-customer", "The two are not on the account of one customer.");
        }
        if (!debit.currency.equals(credit.currency) || !debit.currency.equals(amount.currency())) {
            throw Refusal.RuleViolated.at(
                    at, "other-currency", "Only amounts of one currency are set against each other.");
        }
        if (amount.amount().signum() <= 0) {
            throw Refusal.RuleViolated.at(at, "not-positive", "What is allocated is more than nothing.");
        }
    }

    private static void requireOpen(OpenItem item, Money amount, String at) {
        if (amount.amount().compareTo(item.open.abs()) > 0) {
            throw Refusal.RuleViolated.at(
                    at,
                    "more-than-open",
                    "Of the %s only %s %s is open.".formatted(item.words(), item.open.abs(), item.currency));
        }
    }

    @Override
    public String kind() {
        return "allocation";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
