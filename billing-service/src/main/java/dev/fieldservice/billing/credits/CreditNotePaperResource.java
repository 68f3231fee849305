package dev.fieldservice.billing.credits;

import dev.fieldservice.billing.company.KnownCompany;
import dev.fieldservice.billing.documents.DocumentFiles;
import dev.fieldservice.billing.documents.DocumentLanguage;
import dev.fieldservice.billing.documents.IssuedDocument;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.files.Downloads;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/credit-notes/{id}")
@Tag(name = "Documents")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class CreditNotePaperResource {

    private static final String PDF = "application/pdf";
    private static final String XML = "application/xml";

    private final UnitOfWork unit;
    private final CurrentRequest request;
    private final Downloads downloads;
    private final DocumentFiles files;

    public CreditNotePaperResource(UnitOfWork unit, CurrentRequest request, Downloads downloads, DocumentFiles files) {
        this.unit = unit;
        this.request = request;
        this.downloads = downloads;
        this.files = files;
    }

    /** @param language in which it is shown */
    private record Shown(IssuedDocument document, DocumentLanguage language) {}

    @GET
    @Path("/xml")
    @Produces(XML)
    @Operation(
            operationId = "getCreditNoteXml",
            summary = "The credit note as UBL 2.1 by EN 16931, and by CIUS-RO within Romania",
            description = "Made a moment after it is issued, and the same bytes ever after.")
    public Uni<Response> xml(@RestPath UUID id) {
        return unit.read(session -> IssuedCredits.find(session, id))
                .chain(document -> downloads.answer(document.xml().sha256(), document.xmlName(), XML));
    }

    @GET
    @Path("/pdf")
    @Produces(PDF)
    @Operation(
            operationId = "getCreditNotePdf",
            summary = "The credit note to read and to print",
            description =
                    "PDF/A-3 with the XML inside. Made a moment after it is issued; in another language when it is asked"
                            + " for first, and the same bytes ever after.")
    public Uni<Response> pdf(
            @RestPath UUID id,
            @RestQuery
                    @Size(max = 2)
                    @Pattern(regexp = DocumentLanguage.TAGS)
                    @Parameter(description = "Instead of the company's first", example = "ro")
                    String language) {
        By by = request.by();
        return unit.read(session -> IssuedCredits.find(session, id)
                        .invoke(IssuedDocument::requireMade)
                        .chain(document -> shown(session, document, language)))
                .chain(shown -> files.pdf(shown.language(), id, by)
                        .chain(pdf ->
                                downloads.answer(pdf.sha256(), shown.document().pdfName(shown.language()), PDF)));
    }

    /** @param language null for the company's */
    private static Uni<Shown> shown(Mutiny.Session session, IssuedDocument document, String language) {
        return Optional.ofNullable(language)
                .flatMap(DocumentLanguage::of)
                .map(wanted -> Uni.createFrom().item(new Shown(document, wanted)))
                .orElseGet(() -> KnownCompany.read(session)
                        .map(company -> new Shown(document, DocumentLanguage.first(company.languages()))));
    }
}
