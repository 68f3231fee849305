package dev.fieldservice.inventory.categories;

import dev.fieldservice.contracts.Role;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/part-categories")
@Tag(name = "Parts", description = "What is used up and installed")
@RolesAllowed({
    Role.STOREKEEPER,
    Role.BUYER,
    Role.TECHNICIAN,
    Role.DISPATCHER,
    Role.SUPERVISOR,
    Role.ACCOUNTANT,
    Role.ADMIN
})
public class PartCategoryResource {

    private final HttpCommands commands;
    private final Queries queries;

    public PartCategoryResource(HttpCommands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @POST
    @RolesAllowed({Role.STOREKEEPER, Role.BUYER, Role.ADMIN})
    @Operation(operationId = "enterPartCategory", summary = "Enter a group of parts")
    public Uni<RestResponse<PartCategoryView>> enter(@Valid @NotNull PartCategoryDetails details) {
        return commands.create(
                details, tx -> PartCategory.enter(tx, details), PartCategoryView.class, PartCategoryView::of);
    }

    @GET
    @Operation(operationId = "listPartCategories", summary = "Groups of parts")
    public Uni<Page<PartCategoryView>> list(@RestQuery UUID parentId, @Valid @BeanParam PageRequest page) {
        return queries.page(PartCategory.class, Filters.of("parentId", parentId), page)
                .map(found -> found.map(PartCategoryView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPartCategory", summary = "One group of parts")
    public Uni<RestResponse<PartCategoryView>> get(@RestPath UUID id) {
        return queries.one("part category", session -> session.find(PartCategory.class, id), PartCategoryView::of);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Role.STOREKEEPER, Role.BUYER, Role.ADMIN})
    @Operation(operationId = "changePartCategory", summary = "Rename a group of parts, or move it into another")
    public Uni<RestResponse<PartCategoryView>> change(@RestPath UUID id, @Valid @NotNull PartCategoryDetails details) {
        return commands.replace(
                tx -> tx.load(PartCategory.class, id)
                        .call(category -> category.requireThatItMayBeWithin(tx, details.parentId())),
                (category, by) -> category.change(details, by),
                PartCategoryView::of);
    }
}
