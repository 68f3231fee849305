package dev.fieldservice.billing.documents;

import dev.fieldservice.billing.company.KnownCompany;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.files.Downloads;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;

/** Hands out the files of documents, whichever kind they are of. */
@ApplicationScoped
public class DocumentDownloads {

    public static final String PDF = "application/pdf";
    public static final String XML = "application/xml";

    private final UnitOfWork unit;
    private final CurrentRequest request;
    private final Downloads downloads;
    private final DocumentFiles files;

    public DocumentDownloads(UnitOfWork unit, CurrentRequest request, Downloads downloads, DocumentFiles files) {
        this.unit = unit;
        this.request = request;
        this.downloads = downloads;
        this.files = files;
    }

    /** @param language in which it is shown */
    private record Shown<T>(T what, DocumentLanguage language) {}

    /** @param find refuses where there is no such document */
    public Uni<Response> xml(Function<Mutiny.Session, Uni<IssuedDocument>> find) {
        return unit.read(find).chain(document -> downloads.answer(document.xml().sha256(), document.xmlName(), XML));
    }

    /** @param find refuses where there is no such document @param language null for its own */
    public Uni<Response> pdf(Function<Mutiny.Session, Uni<IssuedDocument>> find, String language) {
        By by = request.by();
        return unit.read(session -> find.apply(session)
                        .invoke(IssuedDocument::requireMade)
                        .chain(document -> shown(session, document, document::language, language)))
                .chain(shown -> files.pdf(shown.language(), shown.what().id(), by)
                        .chain(pdf ->
                                downloads.answer(pdf.sha256(), shown.what().pdfName(shown.language()), PDF)));
    }

    /** How a draft would look. @param draft refuses where there is none @param language null for its own */
    public Uni<RestResponse<byte[]>> preview(Function<Mutiny.Session, Uni<InvoiceDocument>> draft, String language) {
        UUID reader = request.caller().id();
        return unit.read(session ->
                        draft.apply(session).chain(found -> shown(session, found, found::language, language)))
                .chain(shown -> files.preview(shown.what(), shown.language(), reader))
                .map(pdf -> RestResponse.ResponseBuilder.ok(pdf).type(PDF).build());
    }

    /** @param own the language of what is shown, where none is wanted */
    private static <T> Uni<Shown<T>> shown(
            Mutiny.Session session, T what, Function<KnownCompany, DocumentLanguage> own, String language) {
        return Optional.ofNullable(language)
                .flatMap(DocumentLanguage::of)
                .map(wanted -> Uni.createFrom().item(new Shown<>(what, wanted)))
                .orElseGet(() -> KnownCompany.read(session).map(company -> new Shown<>(what, own.apply(company))));
    }
}
