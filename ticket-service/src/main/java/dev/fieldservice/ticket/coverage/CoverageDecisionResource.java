package dev.fieldservice.ticket.coverage;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.Queries;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/coverage-decisions")
@Tag(name = "Coverage", description = "What contracts and warranties cover of closed jobs, and why")
@RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ACCOUNTANT, Role.ADMIN})
public class CoverageDecisionResource {

    private final Queries queries;

    public CoverageDecisionResource(Queries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(operationId = "listCoverageDecisions", summary = "Decisions, of a ticket or under a contract")
    public Uni<Page<CoverageDecisionView>> list(
            @RestQuery UUID ticketId, @RestQuery UUID contractId, @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.of("ticketId", ticketId).sql("contract_id = ?", contractId);
        return queries.page(CoverageDecision.class, filters, page).map(found -> found.map(CoverageDecisionView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCoverageDecision", summary = "What is covered of one job, line by line")
    public Uni<RestResponse<CoverageDecisionView>> get(@RestPath UUID id) {
        return queries.one(
                "coverage decision", session -> session.find(CoverageDecision.class, id), CoverageDecisionView::of);
    }
}
