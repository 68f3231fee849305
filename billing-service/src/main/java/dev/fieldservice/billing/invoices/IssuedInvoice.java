package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.invoices.InvoiceLifecycle.Command;
import dev.fieldservice.platform.aggregates.By;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** An invoice that is issued, as its credit notes see it: it never changes, and what is taken back stands beside it. */
public final class IssuedInvoice {

    private final Invoice invoice;

    private IssuedInvoice(Invoice invoice) {
        this.invoice = invoice;
    }

    /** Refused with 409 where it is a draft or voided. @param invoice locked, with its lines */
    public static IssuedInvoice of(Invoice invoice) {
        var _ = InvoiceLifecycle.TABLE.next(invoice.state, Command.CREDIT);
        return new IssuedInvoice(invoice);
    }

    /** What its credit notes say of it. */
    public InvoiceFace face() {
        return InvoiceFace.of(invoice);
    }

    /** What of it may be credited. */
    public List<BilledLine> lines() {
        return invoice.lines.stream()
                .filter(InvoiceLine::isBilled)
                .map(BilledLine::of)
                .toList();
    }

    /** The lines of what came back. */
    public Set<UUID> taken(TakenBack back) {
        return invoice.lines.stream()
                .filter(line -> back.takes(line, invoice.work))
                .map(line -> line.id)
                .collect(Collectors.toSet());
    }

    /** What credits leave of its sums. */
    public Totals left() {
        return Optional.ofNullable(invoice.credited).map(invoice.totals::minus).orElse(invoice.totals);
    }

    public String currency() {
        return invoice.currency();
    }

    /** A credit note of it was issued. */
    public void credit(String creditNote, List<CreditedLine> taken, Totals sums, By by) {
        invoice.moveBy(Command.CREDIT, creditNote, by);
        taken.forEach(line -> DraftLines.find(invoice, line.lineId()).credit(line.returned(), line.net()));
        invoice.credited = Optional.ofNullable(invoice.credited).map(sums::plus).orElse(sums);
        invoice.pricesCorrected &=
                !invoice.lines.stream().filter(InvoiceLine::isBilled).allMatch(InvoiceLine::isCredited);
    }
}
