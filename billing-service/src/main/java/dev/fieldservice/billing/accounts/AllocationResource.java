package dev.fieldservice.billing.accounts;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/allocations")
@Tag(name = "Payments", description = "What was paid, and for what")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class AllocationResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final Allocations allocations;

    public AllocationResource(HttpCommands commands, Queries queries, Allocations allocations) {
        this.commands = commands;
        this.queries = queries;
        this.allocations = allocations;
    }

    @POST
    @Operation(
            operationId = "makeAllocation",
            summary = "Set what a customer owes against what is the customer's",
            description =
                    "A payment or a credit note against an invoice, or money that was paid back against a payment or a credit note;"
                            + " whole or in part.")
    public Uni<RestResponse<AllocationView>> make(@Valid @NotNull NewAllocation wanted) {
        return commands.create(wanted, tx -> allocations.make(tx, wanted), AllocationView.class, AllocationView::of);
    }

    @GET
    @Operation(operationId = "listAllocations", summary = "Allocations, in the order they were made")
    public Uni<Page<AllocationView>> list(
            @RestQuery UUID customerId,
            @RestQuery @Parameter(description = "The invoice, credit note or payment of which something is allocated")
                    UUID itemId,
            @Valid @BeanParam PageRequest page) {
        Filters filters =
                Filters.of("customerId", customerId).condition("(debitId = :%1$s or creditId = :%1$s)", itemId);
        return queries.page(Allocation.class, filters, page).map(found -> found.map(AllocationView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getAllocation", summary = "One allocation")
    public Uni<RestResponse<AllocationView>> get(@RestPath UUID id) {
        return queries.one(Allocation.class, id, AllocationView::of);
    }

    @POST
    @Path("/{id}/undo")
    @Operation(
            operationId = "undoAllocation",
            summary = "Undo an allocation",
            description =
                    "From today on it does not count; it stays to be seen. Both are open again, and can be allocated anew.")
    public Uni<RestResponse<AllocationView>> undo(@RestPath UUID id, @Valid @NotNull Reason reason) {
        return commands.change(
                reason, tx -> allocations.undo(tx, id, reason.reason()), AllocationView.class, AllocationView::of);
    }
}
