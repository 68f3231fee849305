package dev.fieldservice.inventory.returns;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.files.Downloads;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/supplier-returns/{id}/pdf")
@Tag(name = "Supplier returns")
@RolesAllowed({Role.BUYER, Role.STOREKEEPER, Role.SUPERVISOR, Role.ACCOUNTANT, Role.ADMIN})
public class SupplierReturnPaperResource {

    private static final String PDF = "application/pdf";

    private final UnitOfWork unit;
    private final Downloads downloads;

    public SupplierReturnPaperResource(UnitOfWork unit, Downloads downloads) {
        this.unit = unit;
        this.downloads = downloads;
    }

    @GET
    @Produces(PDF)
    @Operation(
            operationId = "getSupplierReturnPdf",
            summary = "A return to read, to print and to send along",
            description =
                    "PDF/A-3, in the supplier's language. Made a moment after it is sent, and the same bytes ever after: it says what was"
                            + " known then.")
    public Uni<Response> pdf(@RestPath UUID id) {
        return unit.read(session -> SupplierReturnPapers.printed(session, id))
                .chain(paper -> downloads.answer(paper.sha256, paper.fileName(), PDF));
    }
}
