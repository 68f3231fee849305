package dev.fieldservice.billing.credits;

import dev.fieldservice.billing.documents.DocumentType;
import dev.fieldservice.billing.documents.InvoiceDocument;
import dev.fieldservice.billing.documents.InvoiceDocument.Delivered;
import dev.fieldservice.billing.documents.InvoiceDocument.Line;
import dev.fieldservice.billing.documents.InvoiceDocument.Preceding;
import dev.fieldservice.billing.documents.InvoiceDocument.TaxSum;
import dev.fieldservice.billing.invoices.InvoiceFace;
import dev.fieldservice.billing.invoices.Totals;
import dev.fieldservice.contracts.Money;
import java.util.List;

/** The mapping of a credit note to what stands on paper. */
final class CreditNoteDocuments {

    private CreditNoteDocuments() {}

    static InvoiceDocument of(CreditNote note, InvoiceFace invoice) {
        return new InvoiceDocument(
                DocumentType.CREDIT_NOTE,
                invoice.language(),
                note.number,
                note.issueDate,
                null,
                note.seller,
                note.buyer,
                new Delivered(invoice.performedOn(), invoice.siteCountry()),
                note.orderNumber,
                note.ticketNumber,
                note.lines.stream().map(line -> line(line, note, invoice)).toList(),
                note.totals.taxes().stream().map(CreditNoteDocuments::sum).toList(),
                note.totals.net(),
                note.totals.tax(),
                note.totals.gross(),
                List.of(),
                new Preceding(note.invoiceNumber, note.invoiceDate),
                invoice.exchange());
    }

    private static Line line(CreditNoteLine line, CreditNote note, InvoiceFace invoice) {
        return new Line(
                line.position,
                line.description,
                line.text,
                line.quantity,
                line.unit,
                line.unitPrice,
                line.priceBase,
                new Money(line.net, note.totals.currency()),
                line.taxCategory,
                line.taxPercent,
                invoice.lineDays().get(line.invoiceLineId),
                null);
    }

    private static TaxSum sum(Totals.Tax tax) {
        return new TaxSum(
                tax.category(), tax.percent(), tax.taxable(), tax.tax(), tax.exemptionReason(), tax.exemptionCode());
    }
}
