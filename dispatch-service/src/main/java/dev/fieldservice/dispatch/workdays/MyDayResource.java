package dev.fieldservice.dispatch.workdays;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/my-day")
@Tag(name = "My day", description = "The technician's working day")
@RolesAllowed(Role.TECHNICIAN)
public class MyDayResource {

    private final HttpCommands commands;
    private final UnitOfWork unit;
    private final CurrentRequest request;
    private final WorkDays days;

    public MyDayResource(HttpCommands commands, UnitOfWork unit, CurrentRequest request, WorkDays days) {
        this.commands = commands;
        this.unit = unit;
        this.request = request;
        this.days = days;
    }

    @GET
    @Operation(operationId = "getMyDay", summary = "My appointments of today")
    public Uni<MyDay> today() {
        By by = request.by();
        LocalDate date = days.day(by.at());
        return unit.read(session -> days.find(session, by.id(), date)
                .chain(day -> days.appointments(session, by.id(), date).map(found -> MyDay.of(date, day, found))));
    }

    @POST
    @Path("/next")
    @Operation(operationId = "takeNextAppointment", summary = "My next appointment of today that is not finished")
    public Uni<RestResponse<MyDay.Next>> next() {
        return commands.change(
                null, tx -> days.today(tx).invoke(day -> day.next(tx.by())), MyDay.Next.class, MyDay.Next::of);
    }

    @POST
    @Path("/end")
    @Operation(operationId = "endMyDay", summary = "I end my day", description = "Not while something is under way.")
    public Uni<RestResponse<MyDay.Ended>> end() {
        return commands.change(
                null, tx -> days.today(tx).invoke(day -> day.end(tx.by())), MyDay.Ended.class, MyDay.Ended::of);
    }
}
