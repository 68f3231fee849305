package dev.fieldservice.workorder.refrigerants;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.rest.Shown;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The refrigerant log of a machine, over all jobs that were done at it. */
@Path("/v1")
@Tag(name = "Refrigerant", description = "What was filled into a machine and taken out of it, and leak tests")
@RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
public class RefrigerantLogResource {

    private static final int MOST_LINES = 1000;

    private final Queries queries;
    private final UnitOfWork unit;
    private final CurrentRequest request;

    public RefrigerantLogResource(Queries queries, UnitOfWork unit, CurrentRequest request) {
        this.queries = queries;
        this.unit = unit;
        this.request = request;
    }

    @GET
    @Path("/refrigerant-log")
    @Operation(
            operationId = "listRefrigerantLog",
            summary = "The refrigerant log of a machine, as it was recorded",
            description = "Regulation (EU) 2024/573, article 7. What was taken back is marked and counts no more.")
    public Uni<Page<RefrigerantEntryView>> list(
            @RestQuery @NotNull @Parameter(description = "The machine") UUID assetId,
            @Valid @BeanParam PageRequest page) {
        return queries.page(RefrigerantEntry.class, Filters.of("assetId", assetId), page)
                .map(found -> found.map(RefrigerantEntryView::of));
    }

    @GET
    @Path("/refrigerant-log.csv")
    @Produces("text/csv;charset=UTF-8")
    @Operation(
            operationId = "getRefrigerantLogFile",
            summary = "The same as CSV (RFC 4180), the newest 1000 lines of it",
            description = "What a spreadsheet would take for a formula begins with an apostrophe.")
    public Uni<RestResponse<String>> file(@RestQuery @NotNull @Parameter(description = "The machine") UUID assetId) {
        Shown shown = request.shown();
        return unit.read(session -> RefrigerantEntries.newest(session, assetId, MOST_LINES))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> shown.composed(RefrigerantLog.write(found), 0));
    }
}
