package dev.fieldservice.inventory.purchases;

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

@Path("/v1/purchase-orders/{id}/pdf")
@Tag(name = "Purchase orders")
@RolesAllowed({Role.BUYER, Role.STOREKEEPER, Role.SUPERVISOR, Role.ACCOUNTANT, Role.ADMIN})
public class PurchaseOrderPaperResource {

    private final UnitOfWork unit;
    private final Downloads downloads;

    public PurchaseOrderPaperResource(UnitOfWork unit, Downloads downloads) {
        this.unit = unit;
        this.downloads = downloads;
    }

    @GET
    @Produces(OrderMail.PDF)
    @Operation(
            operationId = "getPurchaseOrderPdf",
            summary = "A purchase order to read and to print, as the supplier has it",
            description =
                    "PDF/A-3, in the supplier's language. Made a moment after the order is placed, and the same bytes ever after:"
                            + " it says what was known then.")
    public Uni<Response> pdf(@RestPath UUID id) {
        return unit.read(session -> PurchaseOrderPapers.printed(session, id))
                .chain(paper -> downloads.answer(paper.sha256, paper.fileName(), OrderMail.PDF));
    }
}
