package dev.fieldservice.dispatch.calendar;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/late-visits")
@Tag(name = "Calendar", description = "Who is where and when")
@RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
public class LateVisitResource {

    private final Calendar calendar;

    public LateVisitResource(Calendar calendar) {
        this.calendar = calendar;
    }

    @GET
    @Operation(
            operationId = "listLateVisits",
            summary = "Visits to which nobody has come in time, in the order they were planned to begin",
            description =
                    "Those to which somebody is expected more than a quarter of an hour later than planned, or was to come"
                            + " more than a quarter of an hour ago, and where nobody is yet. From a day ahead on they are"
                            + " not here.")
    public Uni<Page<CalendarEntry>> list(
            @RestQuery UUID technicianId,
            @RestQuery @Parameter(description = "Sites inside this territory") UUID territoryId,
            @Valid @BeanParam PageRequest page) {
        return calendar.late(technicianId, territoryId, page).map(found -> found.map(CalendarEntry::of));
    }
}
