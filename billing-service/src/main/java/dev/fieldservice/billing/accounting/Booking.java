package dev.fieldservice.billing.accounting;

import dev.fieldservice.contracts.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be booked of one document. Whoever issues a document hands it over in the same transaction; of each kind it is booked
 * once.
 *
 * @param documentId of the invoice, the credit note, the payment or the allocation
 * @param number by which people find the document
 * @param customerId null for a payment of which nobody knows whose it is; the same of the name
 * @param orderId the job that it is about; null for none
 * @param amounts that come to zero together
 */
public record Booking(
        DocumentKind kind,
        UUID documentId,
        String number,
        LocalDate date,
        UUID customerId,
        String customerName,
        UUID orderId,
        List<Amount> amounts) {

    /**
     * An amount on its account: a debit if it is above zero, else a credit.
     *
     * @param tax what it is taxed as; null for what is not sold
     */
    public record Amount(Purpose purpose, TaxGroup tax, Money money) {

        private static final Comparator<Amount> BY_PURPOSE = Comparator.comparing(Amount::purpose)
                .thenComparing(Amount::tax, Comparator.nullsFirst(Comparator.naturalOrder()));

        public static Amount debit(Purpose purpose, Money money) {
            return new Amount(purpose, null, money);
        }

        public static Amount credit(Purpose purpose, Money money) {
            return new Amount(purpose, null, negated(money));
        }

        /** Revenue, or tax. Below zero in a credit note, or where a discount is more than what was sold. */
        public static Amount sold(Purpose purpose, TaxGroup tax, Money money) {
            return new Amount(purpose, tax, negated(money));
        }

        private Amount opposite() {
            return new Amount(purpose, tax, negated(money));
        }

        private Amount plus(Amount other) {
            return new Amount(purpose, tax, money.plus(other.money));
        }

        boolean isZero() {
            return money.amount().signum() == 0;
        }
    }

    /** Amounts for the same are one; what is nothing is left out. */
    public Booking {
        Map<Amount, Amount> sums = amounts.stream()
                .collect(Collectors.toMap(
                        each -> each, each -> each, Amount::plus, () -> new TreeMap<>(Amount.BY_PURPOSE)));
        amounts = sums.values().stream().filter(sum -> !sum.isZero()).toList();
        if (sum(amounts.stream()).signum() != 0) {
            throw new IllegalArgumentException("not in balance: " + number);
        }
    }

    /** What was paid: to the bank, and to be clarified until it is allocated. Below zero, it was paid back. */
    public static Booking payment(
            UUID id, String number, LocalDate date, UUID customerId, String customerName, Money paid) {
        return new Booking(
                DocumentKind.PAYMENT,
                id,
                number,
                date,
                customerId,
                customerName,
                null,
                List.of(Amount.debit(Purpose.BANK, paid), Amount.credit(Purpose.UNALLOCATED, paid)));
    }

    /** What waited to be clarified is allocated to an invoice. */
    public static Booking allocation(
            UUID id, String number, LocalDate date, UUID customerId, String customerName, Money allocated) {
        return new Booking(
                DocumentKind.ALLOCATION,
                id,
                number,
                date,
                customerId,
                customerName,
                null,
                List.of(Amount.debit(Purpose.UNALLOCATED, allocated), Amount.credit(Purpose.RECEIVABLE, allocated)));
    }

    /** The same the other way, of another day: it was taken back, or undone. */
    public Booking opposite(DocumentKind as, LocalDate on) {
        return new Booking(
                as,
                documentId,
                number,
                on,
                customerId,
                customerName,
                orderId,
                amounts.stream().map(Amount::opposite).toList());
    }

    /** What it adds to revenue, or takes from it. */
    BigDecimal revenue() {
        return sum(amounts.stream().filter(amount -> amount.purpose().isRevenue()))
                .negate();
    }

    boolean isEmpty() {
        return amounts.isEmpty();
    }

    /** All amounts of a document are in one currency. */
    String currency() {
        return amounts.getFirst().money().currency();
    }

    private static BigDecimal sum(Stream<Amount> amounts) {
        return amounts.map(amount -> amount.money().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Money negated(Money money) {
        return new Money(money.amount().negate(), money.currency());
    }
}
