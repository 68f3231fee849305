package dev.fieldservice.billing.credits;

import dev.fieldservice.billing.documents.DocumentDownloads;
import dev.fieldservice.billing.documents.DocumentLanguage;
import dev.fieldservice.contracts.Role;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/credit-notes/{id}")
@Tag(name = "Documents")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class CreditNotePaperResource {

    private final DocumentDownloads downloads;

    public CreditNotePaperResource(DocumentDownloads downloads) {
        this.downloads = downloads;
    }

    @GET
    @Path("/xml")
    @Produces(DocumentDownloads.XML)
    @Operation(
            operationId = "getCreditNoteXml",
            summary = "The credit note as UBL 2.1 by EN 16931, and by CIUS-RO within Romania",
            description = "Made a moment after it is issued, and the same bytes ever after.")
    public Uni<Response> xml(@RestPath UUID id) {
        return downloads.xml(session -> IssuedCredits.find(session, id));
    }

    @GET
    @Path("/pdf")
    @Produces(DocumentDownloads.PDF)
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
                    @Parameter(description = "Instead of its own", example = "ro")
                    String language) {
        return downloads.pdf(session -> IssuedCredits.find(session, id), language);
    }
}
