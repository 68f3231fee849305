package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.accounting.Booking;
import dev.fieldservice.billing.accounting.Booking.Amount;
import dev.fieldservice.billing.accounting.DocumentKind;
import dev.fieldservice.billing.accounting.Purpose;
import dev.fieldservice.billing.accounting.TaxGroup;
import dev.fieldservice.contracts.Money;
import java.util.List;
import java.util.stream.Stream;

/** An issued invoice for the books: the customer owes all of it, revenue is by what was sold, tax by category and rate. */
final class InvoiceBooking {

    private InvoiceBooking() {}

    static Booking of(Invoice invoice) {
        Stream<Amount> sold = invoice.lines.stream()
                .filter(InvoiceLine::isBilled)
                .map(line -> Amount.sold(
                        line.kind.purpose(),
                        new TaxGroup(line.taxCategory, line.taxPercent),
                        new Money(line.net, invoice.currency())));
        Stream<Amount> taxed = invoice.totals.taxes().stream()
                .map(tax -> Amount.sold(Purpose.TAX, new TaxGroup(tax.category(), tax.percent()), tax.tax()));
        Stream<Amount> owed = Stream.of(Amount.debit(Purpose.RECEIVABLE, invoice.totals.gross()));
        List<Amount> amounts =
                Stream.of(owed, sold, taxed).flatMap(each -> each).toList();
        return new Booking(
                DocumentKind.INVOICE,
                invoice.id(),
                invoice.number,
                invoice.issueDate,
                invoice.buyer.id(),
                invoice.buyer.name(),
                invoice.orderId,
                amounts);
    }
}
