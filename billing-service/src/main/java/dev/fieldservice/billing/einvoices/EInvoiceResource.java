package dev.fieldservice.billing.einvoices;

import dev.fieldservice.billing.einvoices.EInvoiceLifecycle.State;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.Queries;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/e-invoices")
@Tag(name = "E-invoices", description = "What the tax authority gets of the documents that are issued")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class EInvoiceResource {

    private final Queries queries;

    public EInvoiceResource(Queries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(
            operationId = "listEInvoices",
            summary = "E-invoices, oldest first",
            description = "One is there a moment after its document is issued.")
    public Uni<Page<EInvoiceView>> list(
            @RestQuery @Size(max = 7) @Parameter(description = "Any of these; repeat it for several") List<State> state,
            @Valid @BeanParam PageRequest page) {
        return queries.page(EInvoice.class, Filters.none().anyOf("state", state), page)
                .map(found -> found.map(EInvoiceView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getEInvoice", summary = "The e-invoice of an invoice or a credit note, by its id")
    public Uni<RestResponse<EInvoiceView>> get(@RestPath UUID id) {
        return queries.one("e-invoice", session -> session.find(EInvoice.class, id), EInvoiceView::of);
    }
}
