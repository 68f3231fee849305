package dev.fieldservice.billing.accounts;

import dev.fieldservice.billing.accounting.Booking;
import dev.fieldservice.contracts.Money;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An allocation for the books: what was paid and waited to be clarified is for a document now, or what was paid back came of one.
 * Documents among each other, and payments among each other, stay on the account that they are on.
 */
final class AllocationBooking {

    private AllocationBooking() {}

    static Optional<Booking> of(Allocation made, OpenItem debit, OpenItem credit) {
        if (debit.isMoney() == credit.isMoney()) {
            return Optional.empty();
        }
        OpenItem document = debit.isMoney() ? credit : debit;
        BigDecimal amount = debit.isMoney() ? made.amount.negate() : made.amount;
        return Optional.of(Booking.allocation(
                made.id(),
                document.number(),
                made.allocatedOn,
                made.customerId,
                document.customerName(),
                new Money(amount, made.currency)));
    }
}
