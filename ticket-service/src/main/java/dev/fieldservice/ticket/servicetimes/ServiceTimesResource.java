package dev.fieldservice.ticket.servicetimes;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Cursors;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.Shown;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1")
@Tag(name = "Service times", description = "How long customers waited")
@RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
public class ServiceTimesResource {

    private static final int MOST_LINES = 5000;

    private final UnitOfWork unit;
    private final Cursors cursors;
    private final CurrentRequest request;
    private final Clock clock;

    public ServiceTimesResource(UnitOfWork unit, Cursors cursors, CurrentRequest request, Clock clock) {
        this.clock = clock;
        this.unit = unit;
        this.cursors = cursors;
        this.request = request;
    }

    @GET
    @Path("/service-times")
    @Operation(
            operationId = "listServiceTimes",
            summary =
                    "How long customers waited for somebody to set out and for the work to be closed, in the order of keys",
            description =
                    "Of the requests that customers made in these days and that were not called off. What maintenance plans"
                            + " make is not measured: nobody waits for it before its day.")
    public Uni<Page<ServiceTimes>> list(
            @Valid @BeanParam ServiceTimesQuestion asked, @Valid @BeanParam PageRequest page) {
        asked.require();
        String after = cursors.position(page).orElse("");
        return unit.read(session -> MeasuredTickets.inOrder(session, asked, after, page.limit() + 1, clock.instant()))
                .map(found -> cursors.page(found, page, ServiceTimes::key));
    }

    @GET
    @Path("/service-times.csv")
    @Produces("text/csv;charset=UTF-8")
    @Operation(
            operationId = "getServiceTimesFile",
            summary = "The same as CSV (RFC 4180), all of it",
            description =
                    "More than 5000 lines are refused. What a spreadsheet would take for a formula begins with an apostrophe.")
    public Uni<RestResponse<String>> file(@Valid @BeanParam ServiceTimesQuestion asked) {
        asked.require();
        Shown shown = request.shown();
        return unit.read(session -> MeasuredTickets.inOrder(session, asked, "", MOST_LINES + 1, clock.instant()))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> shown.composed(ServiceTimesFile.write(bounded(found)), 0));
    }

    private static List<ServiceTimes> bounded(List<ServiceTimes> found) {
        if (found.size() > MOST_LINES) {
            throw Refusal.Invalid.field(
                            "to", "too-long", "There are more than %d lines. Ask for fewer days.".formatted(MOST_LINES))
                    .refused();
        }
        return found;
    }
}
