package dev.fieldservice.dispatch.calendar;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.Shown;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1")
@Tag(name = "Calendar", description = "Who is where and when")
@RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.TECHNICIAN, Role.ADMIN})
public class CalendarResource {

    private final Calendar calendar;
    private final CurrentRequest request;
    private final Clock clock;

    public CalendarResource(Calendar calendar, CurrentRequest request, Clock clock) {
        this.calendar = calendar;
        this.request = request;
        this.clock = clock;
    }

    @GET
    @Path("/calendar")
    @Operation(
            operationId = "getCalendar",
            summary = "Appointments in the order they begin, with all that was entered about the job",
            description = "Technicians see their own.")
    public Uni<Page<CalendarEntry>> list(@Valid @BeanParam CalendarFilter filter, @Valid @BeanParam PageRequest page) {
        return calendar.page(filter, request.caller(), page).map(found -> found.map(CalendarEntry::of));
    }

    @GET
    @Path("/calendar.ics")
    @Produces("text/calendar;charset=UTF-8")
    @Operation(operationId = "getCalendarFeed", summary = "The same as iCalendar (RFC 5545), the first 500 of them")
    public Uni<RestResponse<String>> feed(@Valid @BeanParam CalendarFilter filter) {
        Shown shown = request.shown();
        return calendar.all(filter, request.caller()).chain(found -> ICalendar.answer(found, clock.instant(), shown));
    }
}
