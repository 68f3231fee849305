package dev.fieldservice.inventory.suppliers;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.rest.TextSearch;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/suppliers")
@Tag(name = "Suppliers", description = "Who sells parts, and what of whom")
@RolesAllowed({Role.BUYER, Role.STOREKEEPER, Role.SUPERVISOR, Role.ACCOUNTANT, Role.ADMIN})
public class SupplierResource {

    private final HttpCommands commands;
    private final Queries queries;

    public SupplierResource(HttpCommands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @POST
    @RolesAllowed({Role.BUYER, Role.ADMIN})
    @Operation(operationId = "registerSupplier", summary = "Register a supplier")
    public Uni<RestResponse<SupplierView>> register(@Valid @NotNull SupplierDetails details) {
        return commands.create(
                details, tx -> tx.add(Supplier.register(details, tx.by())), SupplierView.class, SupplierView::of);
    }

    @GET
    @Operation(operationId = "listSuppliers", summary = "Suppliers, by name or tax number")
    public Uni<Page<SupplierView>> list(@Valid @BeanParam TextSearch search, @Valid @BeanParam PageRequest page) {
        return queries.page(Supplier.class, Filters.none().text(search), search.order(), page)
                .map(found -> found.map(SupplierView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getSupplier", summary = "One supplier")
    public Uni<RestResponse<SupplierView>> get(@RestPath UUID id) {
        return queries.one(Supplier.class, id, SupplierView::of);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Role.BUYER, Role.ADMIN})
    @Operation(operationId = "changeSupplier", summary = "Replace what is known of a supplier")
    public Uni<RestResponse<SupplierView>> change(@RestPath UUID id, @Valid @NotNull SupplierDetails details) {
        return commands.replace(
                tx -> tx.load(Supplier.class, id), (supplier, by) -> supplier.change(details, by), SupplierView::of);
    }
}
