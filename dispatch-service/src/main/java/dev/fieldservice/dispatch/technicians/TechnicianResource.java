package dev.fieldservice.dispatch.technicians;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.dispatch.territories.Territories;
import dev.fieldservice.dispatch.visibility.Visibility;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.rest.CurrentRequest;
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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/technicians")
@Tag(name = "Technicians", description = "Who can be sent, and what they can do")
@RolesAllowed({Role.DISPATCHER, Role.ADMIN})
public class TechnicianResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final CurrentRequest request;
    private final Territories territories;

    public TechnicianResource(HttpCommands commands, Queries queries, CurrentRequest request, Territories territories) {
        this.commands = commands;
        this.queries = queries;
        this.request = request;
        this.territories = territories;
    }

    @POST
    @Operation(operationId = "registerTechnician", summary = "Register a user as a technician")
    public Uni<RestResponse<TechnicianView>> register(@Valid @NotNull TechnicianDetails details) {
        return commands.create(
                details,
                tx -> territories
                        .require(tx, details.territoryIds(), "/territoryIds")
                        .chain(() -> tx.add(Technician.register(details, tx.by()))),
                TechnicianView.class,
                TechnicianView::of);
    }

    @GET
    @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
    @Operation(operationId = "listTechnicians", summary = "Technicians by id, all or those with a skill")
    public Uni<Page<TechnicianView>> list(
            @RestQuery @Size(max = 64) @Pattern(regexp = Text.LINE) String skill, @Valid @BeanParam PageRequest page) {
        Map<String, String> parameters = skill == null ? Map.of() : Map.of("skill", skill);
        String where = skill == null ? "" : " and array_contains(skills, :skill)";
        return queries.page(Technician.class, where, parameters, page).map(found -> found.map(TechnicianView::of));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN, Role.TECHNICIAN})
    @Operation(operationId = "getTechnician", summary = "One technician; technicians see themselves")
    public Uni<RestResponse<TechnicianView>> get(@RestPath UUID id) {
        if (!Visibility.of(request.caller()).includesTechnician(id)) {
            throw new Refusal.NotFound("technician").refused();
        }
        return queries.one(Technician.class, id, TechnicianView::of);
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "changeTechnician", summary = "Replace what is known of a technician")
    public Uni<RestResponse<TechnicianView>> change(@RestPath UUID id, @Valid @NotNull TechnicianDetails details) {
        return commands.replace(
                tx -> territories
                        .require(tx, details.territoryIds(), "/territoryIds")
                        .chain(() -> tx.load(Technician.class, id)),
                (technician, by) -> technician.change(details, by),
                TechnicianView::of);
    }
}
