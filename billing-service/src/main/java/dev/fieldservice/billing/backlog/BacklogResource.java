package dev.fieldservice.billing.backlog;

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
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/billing-backlog")
@Tag(name = "Billing backlog", description = "What waits for somebody in billing, how long, and how much it is")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class BacklogResource {

    private final Queries queries;
    private final Backlog backlog;
    private final BacklogTerms terms;
    private final Clock clock;

    public BacklogResource(Queries queries, Backlog backlog, BacklogTerms terms, Clock clock) {
        this.queries = queries;
        this.backlog = backlog;
        this.terms = terms;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listBillingBacklog",
            summary = "Closed and not billed, drafted and not issued",
            description = "With age, owner and sum.")
    public Uni<Page<BacklogView>> list(
            @RestQuery BacklogKind kind,
            @RestQuery UUID ownerId,
            @RestQuery @Parameter(description = "Whether somebody sees to it") Boolean owned,
            @RestQuery @Parameter(description = "Whether it waits for longer than it should") Boolean stale,
            @RestQuery UUID ticketId,
            @RestQuery @Parameter(description = "Whether its job is with those who did it, to be put right")
                    Boolean sentBack,
            @Valid @BeanParam PageRequest page) {
        Instant now = clock.instant();
        Instant staleBefore = terms.staleBefore(now);
        Filters filters = Filters.of("kind", kind)
                .and("ownerId", ownerId)
                .condition("(case when ownerId is null then false else true end) = :%s", owned)
                .and("ticketId", ticketId)
                .condition("(case when sentBack is null then false else true end) = :%s", sentBack);
        if (stale != null) {
            filters = stale ? filters.before("since", staleBefore) : filters.since("since", staleBefore);
        }
        return queries.page(BacklogItem.class, filters, page)
                .map(found -> found.map(item -> BacklogView.of(item, now, staleBefore)));
    }

    @GET
    @Path("/sums")
    @Operation(
            operationId = "sumBillingBacklog",
            summary = "How much waits, by kind, owner and currency",
            description = "Jobs that are not billed have no sum yet.")
    public Uni<BacklogSums> sums() {
        return backlog.sums(terms.staleBefore(clock.instant()));
    }
}
