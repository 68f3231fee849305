package dev.fieldservice.dispatch.technicians;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.dispatch.errands.DispatchErrand;
import dev.fieldservice.dispatch.territories.Territories;
import dev.fieldservice.dispatch.visibility.Visibility;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.phones.Phones;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.transactions.Tx;
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
    private final Phones phones;
    private final Errands errands;

    public TechnicianResource(
            HttpCommands commands,
            Queries queries,
            CurrentRequest request,
            Territories territories,
            Phones phones,
            Errands errands) {
        this.commands = commands;
        this.queries = queries;
        this.request = request;
        this.territories = territories;
        this.phones = phones;
        this.errands = errands;
    }

    @POST
    @Operation(operationId = "registerTechnician", summary = "Register a user as a technician")
    public Uni<RestResponse<TechnicianView>> register(@Valid @NotNull TechnicianDetails entered) {
        TechnicianDetails details = entered.read(phones);
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
    @Operation(
            operationId = "changeTechnician",
            summary = "Replace what is known of a technician",
            description = "Open orders, jobs, the calendar and messages that are not sent follow another name; what was"
                    + " recorded, signed or closed stays.")
    public Uni<RestResponse<TechnicianView>> change(@RestPath UUID id, @Valid @NotNull TechnicianDetails entered) {
        TechnicianDetails details = entered.read(phones);
        return commands.replace(
                tx -> territories
                        .require(tx, details.territoryIds(), "/territoryIds")
                        .chain(() -> tx.load(Technician.class, id))
                        .call(technician -> follow(tx, technician, details)),
                (technician, by) -> technician.change(details, by),
                TechnicianView::of);
    }

    /** Whoever plans at the same time has this row or waits for it, so that none of their visits is missed. */
    private Uni<Void> follow(Tx tx, Technician technician, TechnicianDetails details) {
        return technician.isNamed(details.name())
                ? Uni.createFrom().voidItem()
                : errands.later(
                        tx,
                        DispatchErrand.NAMES_ANEW,
                        technician.subject(),
                        new Renamed(technician.id()),
                        tx.by().at());
    }
}
