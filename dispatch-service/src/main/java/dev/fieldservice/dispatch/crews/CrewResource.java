package dev.fieldservice.dispatch.crews;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.dispatch.technicians.Technicians;
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
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/crews")
@Tag(name = "Crews", description = "Technicians who go together")
@RolesAllowed({Role.DISPATCHER, Role.ADMIN})
public class CrewResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final Technicians technicians;

    public CrewResource(HttpCommands commands, Queries queries, Technicians technicians) {
        this.commands = commands;
        this.queries = queries;
        this.technicians = technicians;
    }

    @POST
    @Operation(operationId = "formCrew", summary = "Form a crew")
    public Uni<RestResponse<CrewView>> form(@Valid @NotNull CrewDetails details) {
        return commands.create(
                details,
                tx -> technicians
                        .require(tx, details.memberIds(), "/memberIds")
                        .chain(() -> tx.add(Crew.form(details, tx.by()))),
                CrewView.class,
                CrewView::of);
    }

    @GET
    @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
    @Operation(operationId = "listCrews", summary = "Crews, oldest first")
    public Uni<Page<CrewView>> list(@Valid @BeanParam PageRequest page) {
        return queries.page(Crew.class, Filters.none(), page).map(found -> found.map(CrewView::of));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
    @Operation(operationId = "getCrew", summary = "One crew")
    public Uni<RestResponse<CrewView>> get(@RestPath UUID id) {
        return queries.one(Crew.class, id, CrewView::of);
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "changeCrew", summary = "Replace what is known of a crew")
    public Uni<RestResponse<CrewView>> change(@RestPath UUID id, @Valid @NotNull CrewDetails details) {
        return commands.replace(
                tx -> technicians.require(tx, details.memberIds(), "/memberIds").chain(() -> tx.load(Crew.class, id)),
                (crew, by) -> crew.change(details, by),
                CrewView::of);
    }
}
