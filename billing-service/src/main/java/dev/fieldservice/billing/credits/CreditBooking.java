package dev.fieldservice.billing.credits;

import dev.fieldservice.billing.accounting.Booking;
import dev.fieldservice.billing.accounting.Booking.Amount;
import dev.fieldservice.billing.accounting.DocumentKind;
import dev.fieldservice.billing.accounting.Purpose;
import dev.fieldservice.billing.accounting.TaxGroup;
import dev.fieldservice.contracts.Money;
import java.util.List;
import java.util.stream.Stream;

/** An issued credit note for the books: its invoice the other way, as far as it is taken back. */
final class CreditBooking {

    private CreditBooking() {}

    static Booking of(CreditNote note) {
        Stream<Amount> taken = note.lines.stream()
                .map(line -> Amount.sold(
                        line.kind.purpose(),
                        new TaxGroup(line.taxCategory, line.taxPercent),
                        new Money(line.net.negate(), note.totals.currency())));
        Stream<Amount> untaxed = note.totals.taxes().stream()
                .map(tax -> Amount.sold(Purpose.TAX, new TaxGroup(tax.category(), tax.percent()), negated(tax.tax())));
        Stream<Amount> owed = Stream.of(Amount.debit(Purpose.RECEIVABLE, negated(note.totals.gross())));
        List<Amount> amounts =
                Stream.of(owed, taken, untaxed).flatMap(each -> each).toList();
        return new Booking(
                DocumentKind.CREDIT_NOTE,
                note.id(),
                note.number,
                note.issueDate,
                note.buyer.id(),
                note.buyer.name(),
                note.orderId,
                amounts);
    }

    static Money negated(Money money) {
        return new Money(money.amount().negate(), money.currency());
    }
}
