package dev.fieldservice.ticket.tickets;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.Queries;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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

@Path("/v1/promised-times")
@Tag(name = "Promised times", description = "By when somebody comes and by when it works again")
@RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
public class PromisedTimeResource {

    private static final String BROKEN = "is_broken(clocks, respond_by, resolve_by, cast(? as timestamptz))";

    private final Queries queries;
    private final CurrentRequest request;
    private final Clock clock;

    public PromisedTimeResource(Queries queries, CurrentRequest request, Clock clock) {
        this.queries = queries;
        this.request = request;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listPromisedTimes",
            summary = "Tickets of which a promised time is at risk or broken, oldest first",
            description =
                    "Three quarters of the time until somebody sets out for it, or until all its work is closed, are over. What waits for"
                            + " the customer is not here.")
    public Uni<Page<PromisedTimeView>> list(
            @RestQuery UUID customerId,
            @RestQuery Priority priority,
            @RestQuery
                    @Parameter(
                            description = "true: only those that are broken; false: only those that are at risk still")
                    Boolean broken,
            @RestQuery
                    @Size(max = 36)
                    @Pattern(regexp = Escalations.WHOSE)
                    @Parameter(
                            description =
                                    "Only those that this person was told of by name: me, or whoever has this subject",
                            example = "me")
                    String escalatedTo,
            @Valid @BeanParam PageRequest page) {
        Instant now = clock.instant();
        Filters filters = Filters.none()
                .condition("promise.riskAt <= :%s", now)
                .and("customerId", customerId)
                .and("priority", priority);
        filters = filters.sql(Escalations.TO, Escalations.person(escalatedTo, request));
        if (broken != null) {
            filters = filters.sql((broken ? "" : "not ") + BROKEN, now);
        }
        return queries.page(Ticket.class, filters, page)
                .map(found -> found.map(ticket -> PromisedTimeView.of(ticket, now)));
    }
}
