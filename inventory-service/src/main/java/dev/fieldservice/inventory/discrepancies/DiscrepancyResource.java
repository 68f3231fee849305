package dev.fieldservice.inventory.discrepancies;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.inventory.discrepancies.DiscrepancyLifecycle.State;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/discrepancies")
@Tag(name = "Discrepancies", description = "Where the ledger and reality disagree")
@RolesAllowed({Role.STOREKEEPER, Role.BUYER, Role.SUPERVISOR, Role.ADMIN})
public class DiscrepancyResource {

    private final HttpCommands commands;
    private final Queries queries;

    public DiscrepancyResource(HttpCommands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @GET
    @Operation(operationId = "listDiscrepancies", summary = "What does not add up, oldest first")
    public Uni<Page<DiscrepancyView>> list(
            @RestQuery State state,
            @RestQuery UUID partId,
            @RestQuery UUID locationId,
            @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.of("state", state).and("partId", partId).and("locationId", locationId);
        return queries.page(Discrepancy.class, filters, page).map(found -> found.map(DiscrepancyView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getDiscrepancy", summary = "One discrepancy")
    public Uni<RestResponse<DiscrepancyView>> get(@RestPath UUID id) {
        return queries.one(
                "discrepancy", session -> session.find(Discrepancy.class, id), one -> one, DiscrepancyView::of);
    }

    @POST
    @Path("/{id}/resolve")
    @RolesAllowed({Role.STOREKEEPER, Role.ADMIN})
    @Operation(operationId = "resolveDiscrepancy", summary = "It is cleared up; the reason says how")
    public Uni<RestResponse<DiscrepancyView>> resolve(@RestPath UUID id, @Valid @NotNull Reason why) {
        return commands.change(
                why,
                tx -> tx.load(Discrepancy.class, id).invoke(discrepancy -> discrepancy.resolve(tx.by(), why.reason())),
                DiscrepancyView.class,
                DiscrepancyView::of);
    }
}
