package dev.fieldservice.inventory.suppliers;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/supplier-parts")
@Tag(name = "Suppliers", description = "Who sells parts, and what of whom")
@RolesAllowed({Role.BUYER, Role.STOREKEEPER, Role.SUPERVISOR, Role.ACCOUNTANT, Role.ADMIN})
public class SupplierPartResource {

    private final HttpCommands commands;
    private final Queries queries;

    public SupplierPartResource(HttpCommands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @POST
    @RolesAllowed({Role.BUYER, Role.ADMIN})
    @Operation(operationId = "offerPart", summary = "Enter how a supplier sells a part")
    public Uni<RestResponse<SupplierPartView>> offer(@Valid @NotNull Offer offer) {
        return commands.create(
                offer, tx -> SupplierPart.offer(tx, offer), SupplierPartView.class, SupplierPartView::of);
    }

    @GET
    @Operation(
            operationId = "listSupplierParts",
            summary = "Who sells what, by supplier, part or the supplier's number")
    public Uni<Page<SupplierPartView>> list(
            @RestQuery UUID supplierId,
            @RestQuery UUID partId,
            @RestQuery
                    @Size(max = 40)
                    @Pattern(regexp = Text.LINE)
                    @Parameter(description = "Blanks and case do not matter", example = "FT-449-10")
                    String supplierNumber,
            @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.of("supplierId", supplierId)
                .and("partId", partId)
                .sql("compared(supplier_number) = compared(?)", supplierNumber);
        return queries.page(SupplierPart.class, filters, page).map(found -> found.map(SupplierPartView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getSupplierPart", summary = "How one supplier sells one part")
    public Uni<RestResponse<SupplierPartView>> get(@RestPath UUID id) {
        return queries.one("supplier part", session -> session.find(SupplierPart.class, id), SupplierPartView::of);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Role.BUYER, Role.ADMIN})
    @Operation(
            operationId = "changeSupplierPart",
            summary = "Replace how a supplier sells a part",
            description = "Orders that are there keep their prices.")
    public Uni<RestResponse<SupplierPartView>> change(@RestPath UUID id, @Valid @NotNull Offer offer) {
        return commands.replace(
                tx -> tx.load(SupplierPart.class, id), (part, by) -> part.change(offer, by), SupplierPartView::of);
    }
}
