package dev.fieldservice.billing.documents;

import dev.fieldservice.billing.company.KnownCompany;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * An invoice or a credit note as it was issued: what it says is written once, in the transaction that gives it its number, and a file
 * of it never changes. It has the id of the invoice or the credit note.
 */
@Entity
public class IssuedDocument extends Aggregate {

    @Enumerated(EnumType.STRING)
    DocumentType type;

    String number;
    UUID customerId;
    UUID ticketId;
    String buyerName;
    BigDecimal gross;
    String currency;
    LocalDate issueDate;
    String issuedBy;
    Instant issuedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    InvoiceDocument document;

    /** None until they are made. */
    @JdbcTypeCode(SqlTypes.JSON)
    DocumentFile.All files = DocumentFile.All.NONE;

    @Enumerated(EnumType.STRING)
    Delivery delivery = Delivery.NOT_SENT;

    protected IssuedDocument() {}

    IssuedDocument(UUID id, UUID ticketId, InvoiceDocument document, By by) {
        this.id = id;
        this.ticketId = ticketId;
        this.document = document;
        type = document.type();
        number = document.number();
        customerId = document.buyer().id();
        buyerName = document.buyer().name();
        gross = document.gross().amount();
        currency = document.currency();
        issueDate = document.issueDate();
        issuedBy = by.caller().name();
        issuedAt = by.at();
    }

    /** The company's first where the document does not say it. */
    public DocumentLanguage language(KnownCompany company) {
        return document.language(company);
    }

    public DocumentType type() {
        return type;
    }

    public String number() {
        return number;
    }

    public InvoiceDocument document() {
        return document;
    }

    boolean isMade() {
        return !files.items().isEmpty();
    }

    void made(DocumentFile xml, DocumentFile pdf, By by) {
        files = files.with(xml).with(pdf);
        note("MAKE", by, by.at(), number);
    }

    /** In another language. */
    void add(DocumentFile pdf, By by) {
        files = files.with(pdf);
        note("PRINT", by, by.at(), pdf.language());
    }

    /** Refused with 409 until it is made. */
    public DocumentFile xml() {
        return file(null).orElseThrow(IllegalStateException::new);
    }

    /** Empty if nobody has wanted it in this language yet. Refused with 409 until it is made. */
    Optional<DocumentFile> pdf(DocumentLanguage language) {
        return file(language.tag());
    }

    private Optional<DocumentFile> file(String language) {
        requireMade();
        return files.items().stream()
                .filter(file -> Optional.ofNullable(language).equals(Optional.ofNullable(file.language())))
                .findFirst();
    }

    /** Refused with 409 until it is. */
    public void requireMade() {
        if (!isMade()) {
            throw new Refusal.Conflict("document-not-made", "Its files are being made. Ask again in a moment.")
                    .refused();
        }
    }

    /** What is sent is sent: what comes after that changes nothing. */
    public void delivery(Delivery now) {
        if (delivery != Delivery.SENT) {
            delivery = now;
        }
    }

    /** Under which a file of it is saved: {@code FS-2026-000042}. */
    String fileName() {
        return number.replaceAll("[^A-Za-z0-9-]", "-");
    }

    public String xmlName() {
        return fileName() + ".xml";
    }

    public String pdfName(DocumentLanguage language) {
        return fileName() + "-" + language.tag() + ".pdf";
    }

    @Override
    public String kind() {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-document";
    }

    @Override
    public UUID correlationId() {
        return ticketId;
    }
}
