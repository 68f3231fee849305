package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.company.KnownCompany;
import dev.fieldservice.billing.documents.DocumentFiles;
import dev.fieldservice.billing.documents.DocumentLanguage;
import dev.fieldservice.billing.documents.InvoiceDocument;
import dev.fieldservice.billing.documents.IssuedDocument;
import dev.fieldservice.billing.invoices.InvoiceLifecycle.State;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.files.Downloads;
import dev.fieldservice.platform.problems.Refusal;
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
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/invoices/{id}")
@Tag(name = "Documents", description = "Invoices as they are sent: PDF and XML, to whom, and what became of it")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class InvoicePaperResource {

    private static final String PDF = "application/pdf";
    private static final String XML = "application/xml";

    private final UnitOfWork unit;
    private final CurrentRequest request;
    private final Downloads downloads;
    private final Invoices invoices;
    private final DocumentFiles files;

    public InvoicePaperResource(
            UnitOfWork unit, CurrentRequest request, Downloads downloads, Invoices invoices, DocumentFiles files) {
        this.unit = unit;
        this.request = request;
        this.downloads = downloads;
        this.invoices = invoices;
        this.files = files;
    }

    /** @param language in which it is shown */
    private record Shown<T>(T what, DocumentLanguage language) {}

    @GET
    @Path("/xml")
    @Produces(XML)
    @Operation(
            operationId = "getInvoiceXml",
            summary = "The e-invoice: UBL 2.1 by EN 16931, and by CIUS-RO within Romania",
            description = "Made a moment after the invoice is issued, and the same bytes ever after.")
    public Uni<Response> xml(@RestPath UUID id) {
        return unit.read(session -> IssuedInvoices.find(session, id))
                .chain(document -> downloads.answer(document.xml().sha256(), document.xmlName(), XML));
    }

    @GET
    @Path("/pdf")
    @Produces(PDF)
    @Operation(
            operationId = "getInvoicePdf",
            summary = "The invoice to read and to print",
            description =
                    "PDF/A-3 with the XML inside. Made a moment after the invoice is issued; in another language when"
                            + " it is asked for first, and the same bytes ever after.")
    public Uni<Response> pdf(
            @RestPath UUID id,
            @RestQuery
                    @Size(max = 2)
                    @Pattern(regexp = DocumentLanguage.TAGS)
                    @Parameter(description = "Instead of the company's first", example = "ro")
                    String language) {
        By by = request.by();
        return unit.read(session -> IssuedInvoices.find(session, id)
                        .invoke(IssuedDocument::requireMade)
                        .chain(document -> shown(session, document, language)))
                .chain(document -> files.pdf(document.language(), id, by)
                        .chain(pdf ->
                                downloads.answer(pdf.sha256(), document.what().pdfName(document.language()), PDF)));
    }

    @GET
    @Path("/preview")
    @Produces(PDF)
    @Operation(
            operationId = "previewInvoice",
            summary = "How a draft would look if it were issued now",
            description =
                    "Marked as a draft, without a number; nothing is issued. One of a caller's is made at a time.")
    public Uni<RestResponse<byte[]>> preview(
            @RestPath UUID id,
            @RestQuery
                    @Size(max = 2)
                    @Pattern(regexp = DocumentLanguage.TAGS)
                    @Parameter(description = "Instead of the company's first", example = "ro")
                    String language) {
        UUID reader = request.caller().id();
        return unit.read(session -> draft(session, id).chain(draft -> shown(session, draft, language)))
                .chain(draft -> files.preview(draft.what(), draft.language(), reader))
                .map(pdf -> RestResponse.ResponseBuilder.ok(pdf).type(PDF).build());
    }

    private Uni<InvoiceDocument> draft(Mutiny.Session session, UUID id) {
        return found(session, id)
                .invoke(InvoicePaperResource::requireDraft)
                .chain(invoice ->
                        KnownCompany.read(session).map(company -> InvoiceDocuments.of(invoice, company.seller())))
                .chain(document -> VatInLei.said(session, document));
    }

    private Uni<Invoice> found(Mutiny.Session session, UUID id) {
        return invoices.find(session, id).onItem().ifNull().failWith(() -> new Refusal.NotFound("invoice").refused());
    }

    private static void requireDraft(Invoice invoice) {
        if (invoice.state != State.DRAFT) {
            throw new Refusal.Conflict("not-a-draft", "It is no draft. If it is issued, ask for its PDF.").refused();
        }
    }

    /** @param language null for the company's */
    private static <T> Uni<Shown<T>> shown(Mutiny.Session session, T what, String language) {
        return Optional.ofNullable(language)
                .flatMap(DocumentLanguage::of)
                .map(wanted -> Uni.createFrom().item(new Shown<>(what, wanted)))
                .orElseGet(() -> KnownCompany.read(session)
                        .map(company -> new Shown<>(what, DocumentLanguage.first(company.languages()))));
    }
}
