package dev.fieldservice.inventory.parts;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.contracts.Text;
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

@Path("/v1/parts")
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
public class PartResource {

    private final HttpCommands commands;
    private final Queries queries;

    public PartResource(HttpCommands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @POST
    @RolesAllowed({Role.STOREKEEPER, Role.BUYER, Role.ADMIN})
    @Operation(operationId = "registerPart", summary = "Register a part")
    public Uni<RestResponse<PartView>> register(@Valid @NotNull PartDetails details) {
        return commands.create(details, tx -> tx.add(Part.register(details, tx.by())), PartView.class, PartView::of);
    }

    @GET
    @Operation(operationId = "listParts", summary = "Parts, by number or text")
    public Uni<Page<PartView>> list(
            @RestQuery
                    @Size(max = 40)
                    @Pattern(regexp = Text.LINE)
                    @Parameter(description = "Blanks and case do not matter", example = "R-449A")
                    String number,
            @Valid @BeanParam TextSearch search,
            @Valid @BeanParam PageRequest page) {
        Filters filters =
                Filters.none().sql("compared(number) = compared(?)", number).text(search);
        return queries.page(Part.class, filters, search.order(), page).map(found -> found.map(PartView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPart", summary = "One part")
    public Uni<RestResponse<PartView>> get(@RestPath UUID id) {
        return queries.one(Part.class, id, PartView::of);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Role.STOREKEEPER, Role.BUYER, Role.ADMIN})
    @Operation(
            operationId = "changePart",
            summary = "Replace what is known of a part",
            description = "It becomes serialised when the serial numbers of all that is in stock are known.")
    public Uni<RestResponse<PartView>> change(@RestPath UUID id, @Valid @NotNull PartDetails details) {
        return commands.replace(
                tx -> tx.load(Part.class, id).call(part -> StockWithoutSerials.refuse(tx, part, details)),
                (part, by) -> part.change(details, by),
                PartView::of);
    }
}
