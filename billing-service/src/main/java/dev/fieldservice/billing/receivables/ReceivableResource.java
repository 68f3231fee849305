package dev.fieldservice.billing.receivables;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Queries;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/receivables")
@Tag(name = "Receivables", description = "What customers owe")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class ReceivableResource {

    private final Queries queries;
    private final Clock clock;

    public ReceivableResource(Queries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listReceivables",
            summary = "Issued invoices and credit notes, and what is open of them",
            description = "Which invoices are not collected: state OPEN, or OVERDUE. How much that is tell the sums.")
    public Uni<Page<ReceivableView>> list(
            @Valid @BeanParam ReceivableFilter filter, @Valid @BeanParam PageRequest page) {
        return queries.page(Receivable.class, filter.narrow(clock.instant()), page)
                .map(found -> found.map(ReceivableView::of));
    }

    @GET
    @Path("/sums")
    @Operation(
            operationId = "sumReceivables",
            summary = "How much a list of receivables is, by currency",
            description = "Of all that the same filters list, whatever page one is on.")
    public Uni<ReceivableSums> sums(@Valid @BeanParam ReceivableFilter filter) {
        return queries.sums(Receivable.class, ReceivableSums.SELECT, ReceivableSums.BY, filter.narrow(clock.instant()))
                .map(ReceivableSums::of);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getReceivable", summary = "What is open of one invoice or credit note")
    public Uni<RestResponse<ReceivableView>> get(@RestPath UUID id) {
        return queries.one(Receivable.class, id, ReceivableView::of);
    }
}
