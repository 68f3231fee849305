package dev.fieldservice.billing.documents;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.files.Files;
import dev.fieldservice.platform.papers.Press;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/**
 * The files of documents. The XML and one PDF are made when a document is issued; a PDF in another language when somebody wants it
 * first, of the same content, and kept from then on.
 */
@ApplicationScoped
public class DocumentFiles {

    private final UnitOfWork unit;
    private final Files files;
    private final Press press;
    private final DocumentPapers papers;
    private final Clock clock;

    DocumentFiles(UnitOfWork unit, Files files, Press press, DocumentPapers papers, Clock clock) {
        this.unit = unit;
        this.files = files;
        this.press = press;
        this.papers = papers;
        this.clock = clock;
    }

    /** Of a document whose files are made; for whoever waits. */
    public Uni<DocumentFile> pdf(DocumentLanguage language, UUID documentId, By by) {
        return unit.read(session -> session.find(IssuedDocument.class, documentId))
                .chain(document -> document.pdf(language)
                        .map(kept -> Uni.createFrom().item(kept))
                        .orElseGet(() -> press.awaited(documentId, () -> pdf(Printable.of(document), language))
                                .chain(pdf -> unit.run(by, tx -> keep(tx, language, documentId, pdf)))));
    }

    /** Of two who print the same at once, the first is kept. */
    private Uni<DocumentFile> keep(Tx tx, DocumentLanguage language, UUID documentId, DocumentFile pdf) {
        return tx.load(IssuedDocument.class, documentId)
                .chain(document -> document.pdf(language)
                        .map(kept -> Uni.createFrom().item(kept))
                        .orElseGet(() -> claim(tx, document, pdf)
                                .invoke(() -> document.add(pdf, tx.by()))
                                .replaceWith(pdf)));
    }

    /** How a draft would look; nothing is kept. One of a reader's is printed at a time. */
    public Uni<byte[]> preview(InvoiceDocument draft, DocumentLanguage language, UUID reader) {
        Printable printable = Printable.draft(draft, clock.instant());
        return press.awaited(reader, () -> press.printed(() -> papers.paper(printable, language)));
    }

    Uni<Void> claim(Tx tx, IssuedDocument document, DocumentFile file) {
        return files.claim(tx, file.sha256(), document.id());
    }

    /** Stored, and claimed by nobody yet. */
    Uni<DocumentFile> xml(Printable printable) {
        return files.store(file -> file.write(Ubl.of(printable.document())))
                .map(stored -> new DocumentFile(null, stored.sha256(), stored.size()));
    }

    /** The same. */
    Uni<DocumentFile> pdf(Printable printable, DocumentLanguage language) {
        return files.store(file -> press.print(() -> papers.paper(printable, language), file))
                .map(stored -> new DocumentFile(language.tag(), stored.sha256(), stored.size()));
    }
}
