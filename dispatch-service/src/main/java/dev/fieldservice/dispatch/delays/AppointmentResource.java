package dev.fieldservice.dispatch.delays;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.dispatch.notices.NoticeView;
import dev.fieldservice.dispatch.notices.VisitNotice;
import dev.fieldservice.dispatch.orders.AppointmentView;
import dev.fieldservice.dispatch.orders.Appointments;
import dev.fieldservice.dispatch.orders.OrderVisit;
import dev.fieldservice.dispatch.visibility.Visibility;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.security.Caller;
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
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/appointments")
@Tag(name = "Appointments", description = "Planned visits, and when their technicians are expected")
public class AppointmentResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final CurrentRequest request;
    private final Delays delays;

    public AppointmentResource(HttpCommands commands, Queries queries, CurrentRequest request, Delays delays) {
        this.commands = commands;
        this.queries = queries;
        this.request = request;
        this.delays = delays;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.TECHNICIAN, Role.ADMIN})
    @Operation(operationId = "getAppointment", summary = "One appointment; technicians see their own")
    public Uni<RestResponse<AppointmentView>> get(@RestPath UUID id) {
        Caller caller = request.caller();
        return queries.one(
                "appointment", session -> find(session, id, caller), OrderVisit::appointment, AppointmentView::of);
    }

    @POST
    @Path("/{id}/delay")
    @RolesAllowed({Role.DISPATCHER, Role.TECHNICIAN, Role.ADMIN})
    @Operation(
            operationId = "announceDelay",
            summary = "Say when the technician will be there",
            description =
                    "Later or earlier than planned, and it replaces what was said before. One call: stores the new arrival,"
                            + " works out anew when later visits of the same people can begin, up to a day after and"
                            + " never before they are planned, and sends one message about each visit whose time changes"
                            + " by five minutes or more: to the contact, or to the customer if the contact has no"
                            + " address.")
    public Uni<RestResponse<NoticeView>> delay(@RestPath UUID id, @Valid @NotNull Delay delay) {
        return commands.change(delay, tx -> delays.announce(tx, id, delay), NoticeView.class, NoticeView::of);
    }

    @GET
    @Path("/{id}/delays")
    @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
    @Operation(
            operationId = "listDelays",
            summary = "What the customer was told of a visit, oldest first, and what became of the messages")
    public Uni<Page<NoticeView>> list(@RestPath UUID id, @Valid @BeanParam PageRequest page) {
        return queries.page(VisitNotice.class, Filters.of("appointmentId", id), page)
                .map(found -> found.map(NoticeView::of));
    }

    private static Uni<OrderVisit> find(Mutiny.Session session, UUID id, Caller caller) {
        return Appointments.find(session, id).map(found -> found != null && isVisible(found, caller) ? found : null);
    }

    private static boolean isVisible(OrderVisit visit, Caller caller) {
        return Visibility.of(caller).includesAppointment(visit.appointment()::isGivenTo);
    }
}
