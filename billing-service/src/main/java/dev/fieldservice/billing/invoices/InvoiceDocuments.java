package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.company.Seller;
import dev.fieldservice.billing.documents.DocumentType;
import dev.fieldservice.billing.documents.InvoiceDocument;
import dev.fieldservice.billing.documents.InvoiceDocument.Delivered;
import dev.fieldservice.billing.documents.InvoiceDocument.Line;
import dev.fieldservice.billing.documents.InvoiceDocument.TaxSum;
import dev.fieldservice.billing.documents.LineReason;
import dev.fieldservice.contracts.Money;
import java.util.Optional;

/** The mapping of an invoice to what stands on paper: what is billed of it, without what is for finance only. */
final class InvoiceDocuments {

    private InvoiceDocuments() {}

    /** @param sells who would sell, of a draft; what is issued knows */
    static InvoiceDocument of(Invoice invoice, Optional<Seller> sells) {
        return new InvoiceDocument(
                DocumentType.INVOICE,
                invoice.language,
                invoice.number,
                invoice.issueDate,
                invoice.dueDate,
                Optional.ofNullable(invoice.seller).or(() -> sells).orElse(null),
                invoice.buyer,
                new Delivered(invoice.performedOn, invoice.siteCountry),
                invoice.orderNumber,
                invoice.ticketNumber,
                invoice.lines.stream()
                        .filter(InvoiceLine::isBilled)
                        .map(line -> line(line, invoice.currency()))
                        .toList(),
                invoice.totals.taxes().stream().map(InvoiceDocuments::sum).toList(),
                invoice.totals.net(),
                invoice.totals.tax(),
                invoice.totals.gross(),
                Optional.ofNullable(invoice.noteForBuyer).stream().toList(),
                preceding(invoice).orElse(null),
                invoice.exchange);
    }

    /** What is billed anew names the invoice of which it was credited. */
    private static Optional<InvoiceDocument.Preceding> preceding(Invoice invoice) {
        return Optional.ofNullable(invoice.preceding)
                .filter(before -> invoice.cause == InvoiceCause.CORRECTION)
                .map(before -> new InvoiceDocument.Preceding(before.number(), before.issueDate()));
    }

    private static Line line(InvoiceLine line, String currency) {
        return new Line(
                line.position,
                line.description,
                line.text().orElse(null),
                line.quantity,
                line.unit,
                line.unitPrice,
                line.priceBase,
                Optional.ofNullable(line.net)
                        .map(net -> new Money(net, currency))
                        .orElse(null),
                line.taxCategory,
                line.taxPercent,
                line.performedOn,
                reason(line).orElse(null));
    }

    private static Optional<LineReason> reason(InvoiceLine line) {
        return Optional.ofNullable(line.provenance).map(Provenance::price).flatMap(LineReason::of);
    }

    private static TaxSum sum(Totals.Tax tax) {
        return new TaxSum(
                tax.category(), tax.percent(), tax.taxable(), tax.tax(), tax.exemptionReason(), tax.exemptionCode());
    }
}
