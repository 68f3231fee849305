package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.company.KnownCompany;
import dev.fieldservice.billing.documents.DocumentDownloads;
import dev.fieldservice.billing.documents.DocumentLanguage;
import dev.fieldservice.billing.documents.InvoiceDocument;
import dev.fieldservice.billing.invoices.InvoiceLifecycle.State;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.problems.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
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

    private final Invoices invoices;
    private final DocumentDownloads downloads;

    public InvoicePaperResource(Invoices invoices, DocumentDownloads downloads) {
        this.invoices = invoices;
        this.downloads = downloads;
    }

    @GET
    @Path("/xml")
    @Produces(DocumentDownloads.XML)
    @Operation(
            operationId = "getInvoiceXml",
            summary = "The e-invoice: UBL 2.1 by EN 16931, and by CIUS-RO within Romania",
            description = "Made a moment after the invoice is issued, and the same bytes ever after.")
    public Uni<Response> xml(@RestPath UUID id) {
        return downloads.xml(session -> IssuedInvoices.find(session, id));
    }

    @GET
    @Path("/pdf")
    @Produces(DocumentDownloads.PDF)
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
                    @Parameter(description = "Instead of its own", example = "ro")
                    String language) {
        return downloads.pdf(session -> IssuedInvoices.find(session, id), language);
    }

    @GET
    @Path("/preview")
    @Produces(DocumentDownloads.PDF)
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
                    @Parameter(description = "Instead of its own", example = "ro")
                    String language) {
        return downloads.preview(session -> draft(session, id), language);
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
}
