package dev.fieldservice.dispatch.worktypes;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.dispatch.worktypes.WorkTypeLifecycle.State;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.http.BodyLimit;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/work-types")
@Tag(name = "Work types", description = "Kinds of work: time, skills, parts, checklist, evidence")
@RolesAllowed({Role.DISPATCHER, Role.ADMIN})
public class WorkTypeResource {

    private static final String LONGEST = "192K";

    private final HttpCommands commands;
    private final Queries queries;

    public WorkTypeResource(HttpCommands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @POST
    @BodyLimit(LONGEST)
    @Operation(operationId = "defineWorkType", summary = "Define a kind of work")
    public Uni<RestResponse<WorkTypeView>> define(@Valid @NotNull WorkTypeDetails entered) {
        return commands.create(
                entered, tx -> tx.add(WorkType.define(entered.read(), tx.by())), WorkTypeView.class, WorkTypeView::of);
    }

    @GET
    @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.TECHNICIAN, Role.ADMIN})
    @Operation(operationId = "listWorkTypes", summary = "Kinds of work, oldest first")
    public Uni<Page<WorkTypeView>> list(
            @RestQuery @Parameter(description = "true: only those that are retired; false: only those in use")
                    Boolean retired,
            @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.of("state", retired == null ? null : retired ? State.RETIRED : State.IN_USE);
        return queries.page(WorkType.class, filters, page).map(found -> found.map(WorkTypeView::of));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.TECHNICIAN, Role.ADMIN})
    @Operation(operationId = "getWorkType", summary = "One kind of work")
    public Uni<RestResponse<WorkTypeView>> get(@RestPath UUID id) {
        return queries.one("work type", session -> session.find(WorkType.class, id), WorkTypeView::of);
    }

    @PUT
    @Path("/{id}")
    @BodyLimit(LONGEST)
    @Operation(
            operationId = "changeWorkType",
            summary = "Replace what is asked of a kind of work",
            description =
                    "A new version. Jobs that have not begun follow it, those that have go on with the version they began"
                            + " with. Orders keep the time, skills and parts that it had when it was given to them.")
    public Uni<RestResponse<WorkTypeView>> change(@RestPath UUID id, @Valid @NotNull WorkTypeDetails entered) {
        return commands.replace(
                tx -> tx.load(WorkType.class, id), (type, by) -> type.change(entered.read(), by), WorkTypeView::of);
    }

    @POST
    @Path("/{id}/retire")
    @Operation(
            operationId = "retireWorkType",
            summary = "Such work is given to no order any more",
            description = "It is nobody's default from then on. Orders and jobs that have it keep it.")
    public Uni<RestResponse<WorkTypeView>> retire(@RestPath UUID id, @Valid @NotNull Reason why) {
        return change(id, why, (type, by) -> type.retire(why.reason(), by));
    }

    @POST
    @Path("/{id}/reinstate")
    @Operation(
            operationId = "reinstateWorkType",
            summary = "It was retired by mistake, or is done again",
            description = "409 default-taken where another one is the default by now.")
    public Uni<RestResponse<WorkTypeView>> reinstate(@RestPath UUID id, @Valid @NotNull Reason why) {
        return change(id, why, (type, by) -> type.reinstate(why.reason(), by));
    }

    private Uni<RestResponse<WorkTypeView>> change(UUID id, Reason why, BiConsumer<WorkType, By> command) {
        return commands.change(
                why,
                tx -> tx.load(WorkType.class, id).invoke(type -> command.accept(type, tx.by())),
                WorkTypeView.class,
                WorkTypeView::of);
    }
}
