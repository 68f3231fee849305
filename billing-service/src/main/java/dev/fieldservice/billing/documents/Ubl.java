package dev.fieldservice.billing.documents;

import dev.fieldservice.billing.documents.InvoiceDocument.Line;
import dev.fieldservice.billing.documents.InvoiceDocument.TaxSum;
import dev.fieldservice.billing.exchangerates.ExchangeRate;
import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.contracts.Money;
import java.math.BigDecimal;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** The XML of a document: UBL 2.1 (ISO/IEC 19845), as EN 16931-3-2 binds it. The same document is the same bytes. */
public final class Ubl {

    private static final String CREDIT_TRANSFER = "30";
    private static final String INVOICED_OBJECT = "130";
    private static final String VAT = "VAT";
    private static final String CURRENCY = "currencyID";
    private static final String UNIT = "unitCode";

    /** Characters of the note of a line (CIUS-RO, BR-RO-L300). */
    private static final int LONGEST_NOTE = 300;

    private final Xml xml;
    private final InvoiceDocument document;
    private final boolean isInvoice;

    private Ubl(Xml xml, InvoiceDocument document) {
        this.xml = xml;
        this.document = document;
        this.isInvoice = document.type() == DocumentType.INVOICE;
    }

    /** @param document with number and dates */
    public static byte[] of(InvoiceDocument document) {
        String root = switch (document.type()) {
            case INVOICE -> "Invoice";
            case CREDIT_NOTE -> "CreditNote";
        };
        return Xml.document(root, xml -> new Ubl(xml, document).write());
    }

    private void write() throws XMLStreamException {
        head();
        references();
        new UblParties(xml, document).write();
        delivery();
        payment();
        taxes();
        totals();
        int number = 0;
        for (Line line : document.lines()) {
            number++;
            line(number, line);
        }
    }

    private void head() throws XMLStreamException {
        xml.value("CustomizationID", RuleSet.of(document).customization());
        xml.value("ID", document.number());
        xml.value("IssueDate", document.issueDate());
        if (isInvoice) {
            xml.value("DueDate", document.dueDate());
            xml.value("InvoiceTypeCode", document.type().code());
        } else {
            xml.value("CreditNoteTypeCode", document.type().code());
        }
        for (String note : document.notes()) {
            xml.value("Note", note);
        }
        if (document.exchange() != null) {
            xml.value("Note", Wording.exchange(document.exchange()));
        }
        xml.value("DocumentCurrencyCode", document.currency());
        if (document.exchange() != null) {
            xml.value("TaxCurrencyCode", ExchangeRate.LEI);
        }
    }

    private void references() throws XMLStreamException {
        if (document.preceding() != null) {
            xml.group(
                    "BillingReference",
                    () -> xml.group("InvoiceDocumentReference", () -> {
                        xml.value("ID", document.preceding().number());
                        xml.value("IssueDate", document.preceding().issueDate());
                    }));
        }
        if (document.orderNumber() != null) {
            xml.group("AdditionalDocumentReference", () -> {
                xml.value("ID", document.orderNumber());
                xml.value("DocumentTypeCode", INVOICED_OBJECT);
            });
        }
    }

    /** BG-13; where to, if it went to another member state (BR-IC-12). */
    private void delivery() throws XMLStreamException {
        xml.group("Delivery", () -> {
            xml.value("ActualDeliveryDate", document.delivered().on());
            String country = document.delivered().countryCode();
            if (document.has(TaxCategory.K) && country != null) {
                xml.group(
                        "DeliveryLocation",
                        () -> xml.group(
                                "Address", () -> xml.group("Country", () -> xml.value("IdentificationCode", country))));
            }
        });
    }

    /** BG-16; nobody pays on a credit note. */
    private void payment() throws XMLStreamException {
        if (isInvoice && document.seller().iban() != null) {
            xml.group("PaymentMeans", () -> {
                xml.value("PaymentMeansCode", CREDIT_TRANSFER);
                xml.value("PaymentID", document.number());
                xml.group("PayeeFinancialAccount", () -> {
                    xml.value("ID", document.seller().iban().replace(" ", ""));
                    xml.value("Name", document.seller().legalName());
                });
            });
        }
    }

    private void taxes() throws XMLStreamException {
        xml.group("TaxTotal", () -> {
            amount("TaxAmount", document.tax());
            for (TaxSum sum : document.taxes()) {
                xml.group("TaxSubtotal", () -> subtotal(sum));
            }
        });
        Optional<Money> inLei = document.vatInLei();
        if (inLei.isPresent()) {
            xml.group("TaxTotal", () -> amount("TaxAmount", inLei.get()));
        }
    }

    private void subtotal(TaxSum sum) throws XMLStreamException {
        amount("TaxableAmount", sum.taxable());
        amount("TaxAmount", sum.tax());
        xml.group("TaxCategory", () -> {
            category(sum.category(), sum.percent());
            xml.value("TaxExemptionReasonCode", sum.exemptionCode());
            xml.value("TaxExemptionReason", sum.reason());
            xml.group("TaxScheme", () -> xml.value("ID", VAT));
        });
    }

    private void totals() throws XMLStreamException {
        xml.group("LegalMonetaryTotal", () -> {
            amount("LineExtensionAmount", document.net());
            amount("TaxExclusiveAmount", document.net());
            amount("TaxInclusiveAmount", document.gross());
            amount("PayableAmount", document.gross());
        });
    }

    /** @param number as on paper: of what is billed, without gaps */
    private void line(int number, Line line) throws XMLStreamException {
        xml.group(isInvoice ? "InvoiceLine" : "CreditNoteLine", () -> {
            xml.value("ID", number);
            xml.value("Note", note(line));
            xml.value(isInvoice ? "InvoicedQuantity" : "CreditedQuantity", UNIT, line.unit(), plain(line.quantity()));
            amount("LineExtensionAmount", line.net());
            xml.group("InvoicePeriod", () -> {
                xml.value("StartDate", line.performedOn());
                xml.value("EndDate", line.performedOn());
            });
            xml.group("Item", () -> item(line));
            xml.group("Price", () -> {
                xml.value("PriceAmount", CURRENCY, document.currency(), line.unitPrice());
                xml.value("BaseQuantity", UNIT, line.unit(), plain(line.priceBase()));
            });
        });
    }

    /** BT-127, as long as CIUS-RO takes it; empty if there is nothing to say. */
    private String note(Line line) {
        String note = Optional.ofNullable(line.reason())
                .map(reason ->
                        reason.in(Optional.ofNullable(document.language()).orElse(DocumentLanguage.RO)))
                .orElse("");
        return note.codePointCount(0, note.length()) <= LONGEST_NOTE
                ? note
                : note.substring(0, note.offsetByCodePoints(0, LONGEST_NOTE - 1)) + "…";
    }

    private void item(Line line) throws XMLStreamException {
        ItemName name = ItemName.of(line.name());
        xml.value("Description", name.more());
        xml.value("Name", name.name());
        xml.group("ClassifiedTaxCategory", () -> {
            category(line.category(), line.taxPercent());
            xml.group("TaxScheme", () -> xml.value("ID", VAT));
        });
    }

    /** What is outside the scope of the tax has no rate, not even zero (BR-O-05). */
    private void category(TaxCategory category, BigDecimal percent) throws XMLStreamException {
        xml.value("ID", category);
        xml.value("Percent", category == TaxCategory.O ? null : percent);
    }

    private void amount(String name, Money money) throws XMLStreamException {
        xml.value(name, CURRENCY, money.currency(), money.amount());
    }

    private static BigDecimal plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros();
    }
}
