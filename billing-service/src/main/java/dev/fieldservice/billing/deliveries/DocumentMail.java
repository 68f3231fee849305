package dev.fieldservice.billing.deliveries;

import dev.fieldservice.billing.company.KnownCompany;
import dev.fieldservice.billing.documents.DocumentFiles;
import dev.fieldservice.billing.documents.DocumentLanguage;
import dev.fieldservice.billing.documents.DocumentType;
import dev.fieldservice.billing.documents.InvoiceDocument;
import dev.fieldservice.billing.documents.IssuedDocument;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.files.Files;
import dev.fieldservice.platform.mail.Attachment;
import dev.fieldservice.platform.mail.Mail;
import dev.fieldservice.platform.mail.MailKind;
import dev.fieldservice.platform.mail.MailPurpose;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The mail with which a document goes to somebody: the PDF, and its XML beside it. */
@ApplicationScoped
public class DocumentMail implements MailKind<DocumentMail.Content> {

    private static final MailPurpose PURPOSE = new MailPurpose(
            "invoice",
            Map.of(
                    "isCreditNote", false,
                    "number", "FS-2026-000042",
                    "total", "1190.00 RON",
                    "due", "31.03.2026",
                    "company", "Frigo Service"));

    private static final String PDF = "application/pdf";
    private static final String XML = "application/xml";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    public record Content(UUID deliveryId, UUID documentId) {}

    private final DocumentFiles documents;
    private final Files files;

    DocumentMail(DocumentFiles documents, Files files) {
        this.documents = documents;
        this.files = files;
    }

    @Override
    public List<MailPurpose> purposes() {
        return List.of(PURPOSE);
    }

    @Override
    public Class<Content> content() {
        return Content.class;
    }

    @Override
    public Uni<Optional<Mail>> write(Tx tx, Errand<Content> errand) {
        return delivery(tx, errand)
                .chain(delivery -> delivery.mayBeSent()
                        ? write(tx, delivery).map(Optional::of)
                        : Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Mail> write(Tx tx, DocumentDelivery delivery) {
        return KnownCompany.read(tx.session())
                .chain(company -> tx.session()
                        .find(IssuedDocument.class, delivery.documentId)
                        .map(document -> mail(delivery, document, company, tx.by())));
    }

    private Mail mail(DocumentDelivery delivery, IssuedDocument document, KnownCompany company, By by) {
        List<String> languages = languages(delivery, document, company);
        DocumentLanguage language = DocumentLanguage.first(languages);
        Attachment pdf = new Attachment(
                document.pdfName(language),
                PDF,
                () -> documents.pdf(language, document.id(), by).chain(file -> bytes(file.sha256())));
        Attachment xml = new Attachment(
                document.xmlName(), XML, () -> bytes(document.xml().sha256()));
        return new Mail(
                delivery.id(),
                PURPOSE.name(),
                languages,
                delivery.recipient,
                model(document, company),
                List.of(pdf, xml));
    }

    /** As somebody wants it; else all of the company's, or the one that was agreed with the customer. */
    private static List<String> languages(DocumentDelivery delivery, IssuedDocument document, KnownCompany company) {
        DocumentLanguage own = document.language(company);
        return Optional.ofNullable(delivery.language)
                .map(List::of)
                .orElseGet(() ->
                        own == DocumentLanguage.first(company.languages()) ? company.languages() : List.of(own.tag()));
    }

    private static Map<String, Object> model(IssuedDocument issued, KnownCompany company) {
        InvoiceDocument document = issued.document();
        return Map.of(
                "isCreditNote",
                issued.type() == DocumentType.CREDIT_NOTE,
                "number",
                issued.number(),
                "total",
                document.gross().amount().toPlainString() + " " + document.currency(),
                "due",
                document.dueDate() == null ? "" : DAY.format(document.dueDate()),
                "company",
                company.tradeName());
    }

    @Override
    public Uni<Void> sent(Tx tx, Errand<Content> errand) {
        return document(tx, errand)
                .chain(document -> delivery(tx, errand)
                        .invoke(delivery ->
                                delivery.handedOver(document, tx.by().at())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> failed(Tx tx, Errand<Content> errand, String why) {
        return document(tx, errand)
                .chain(document -> delivery(tx, errand).invoke(delivery -> delivery.failed(document, why)))
                .replaceWithVoid();
    }

    /** Locked before its deliveries, by whoever changes both. */
    private static Uni<IssuedDocument> document(Tx tx, Errand<Content> errand) {
        return tx.load(IssuedDocument.class, errand.content().documentId());
    }

    private static Uni<DocumentDelivery> delivery(Tx tx, Errand<Content> errand) {
        return tx.load(DocumentDelivery.class, errand.content().deliveryId());
    }

    private Uni<byte[]> bytes(String sha256) {
        return files.read(sha256, DocumentMail::all);
    }

    private static byte[] all(InputStream file) {
        try {
            return file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
