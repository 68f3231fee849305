package dev.fieldservice.billing.payments;

import dev.fieldservice.billing.accounting.Booking;
import dev.fieldservice.billing.accounts.OpenItem;
import dev.fieldservice.billing.pricing.Withdrawal;
import dev.fieldservice.contracts.Money;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.validation.DayBounds;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Money that came from a customer, or went back to one. On the account it counts the other way round: what was paid is owed no
 * more.
 */
@Entity
@DiscriminatorValue("PAYMENT")
public class Payment extends OpenItem {

    String payerName;
    String payerIban;
    String reference;

    /** Of the bank statement that it stood on; null if it was entered by hand. */
    UUID statementId;

    /** What tells the entry of that statement from all others. */
    String entryKey;

    Instant recordedAt;
    LocalDate takenBackOn;

    /** Null as long as it counts. */
    @JdbcTypeCode(SqlTypes.JSON)
    Withdrawal takenBack;

    protected Payment() {}

    private Payment(UUID customer, Money paid, LocalDate receivedOn, By by) {
        super(Ids.next(), customer, receivedOn, paid.amount().negate(), paid.currency());
        recordedAt = by.at();
        note("PAYMENT_RECORDED", by, by.at(), null);
    }

    /** Refused with 422 where it is of nothing, or of a day to come. */
    static Payment entered(NewPayment details, LocalDate today, By by) {
        DayBounds.requirePast("/receivedOn", details.receivedOn(), today);
        if (details.amount().amount().signum() == 0) {
            throw Refusal.RuleViolated.at(
                    "/amount", "zero", "A payment is of some amount; negative if it was paid back.");
        }
        Payment payment = new Payment(details.customerId(), details.amount(), details.receivedOn(), by);
        payment.payerName = details.payerName();
        payment.payerIban = Iban.compact(details.payerIban());
        payment.reference = details.reference();
        return payment;
    }

    static Payment told(Payments.Told told, By by) {
        Payment payment = new Payment(told.customer().orElse(null), told.amount(), told.receivedOn(), by);
        payment.payerName = told.payerName();
        payment.payerIban = Iban.compact(told.payerIban());
        payment.reference = told.text().isEmpty() ? null : told.text();
        payment.statementId = told.statementId();
        payment.entryKey = told.key();
        return payment;
    }

    /** Whose it is was not known. Refused with 409 where it was taken back, or something of it is allocated. */
    void assign(UUID customer, By by) {
        requireStanding();
        if (isAllocated()) {
            throw new Refusal.Conflict(
                            "payment-allocated",
                            "Something of it is allocated. Undo that before it is given to somebody else.")
                    .refused();
        }
        belongTo(customer);
        note("PAYMENT_ASSIGNED", by, by.at(), null);
    }

    /** Whoever calls has undone its allocations. */
    void takeBack(String reason, LocalDate on, By by) {
        takenBack = Withdrawal.of(reason, by);
        takenBackOn = on;
        close(on);
        note("PAYMENT_TAKEN_BACK", by, by.at(), reason);
    }

    void requireStanding() {
        if (takenBack != null) {
            throw new Refusal.Conflict("payment-taken-back", "It was taken back, and counts no more.").refused();
        }
    }

    /** What was paid; negative if it was paid back. */
    Money paid() {
        return new Money(amount().amount().negate(), currency());
    }

    /** What is not allocated of it; negative if it was paid back. */
    Money unallocated() {
        return new Money(open().amount().negate(), currency());
    }

    boolean wasPaidBack() {
        return amount().amount().compareTo(BigDecimal.ZERO) > 0;
    }

    /** Banks and customers number payments as they like. */
    @Override
    protected String number() {
        return id().toString();
    }

    @Override
    protected String customerName() {
        return payerName;
    }

    @Override
    protected boolean isMoney() {
        return true;
    }

    /** What is for a document of it is booked by its allocations. */
    Booking booking() {
        return Booking.payment(id(), number(), bookedOn(), customer().orElse(null), customerName(), paid());
    }

    @Override
    protected String words() {
        return wasPaidBack() ? "money that was paid back" : "payment";
    }

    @Override
    public String kind() {
        return "payment";
    }
}
