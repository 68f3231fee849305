package dev.fieldservice.dispatch.workdays;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

    public MyDayResource(HttpCommands commands, UnitOfWork unit, CurrentRequest request) {
        this.commands = commands;
        this.unit = unit;
        this.request = request;
    }

    @GET
    @Operation(operationId = "getMyDay", summary = "My appointments of today")
    public Uni<MyDay> today() {
        By by = request.by();
        return unit.read(session -> Today.at(session, by.at())
                .chain(today -> WorkDays.find(session, by.id(), today.date())
                        .chain(day -> WorkDays.appointments(session, by.id(), today)
                                .map(found -> MyDay.of(today.date(), day, found)))));
    }

    @POST
    @Path("/next")
    @Operation(
            operationId = "takeNextAppointment",
            summary = "My next appointment of today that is not finished",
            description = "What goes on; else what is planned, by when it is expected; else what is paused.")
    public Uni<RestResponse<MyDay.Next>> next() {
        return commands.change(
                null, tx -> WorkDays.today(tx).invoke(day -> day.next(tx.by())), MyDay.Next.class, MyDay.Next::of);
    }

    @POST
    @Path("/end")
    @Operation(
            operationId = "endMyDay",
            summary = "I end my day",
            description = "Not while you travel or work; work that is paused goes on another day.")
    public Uni<RestResponse<MyDay.Ended>> end() {
        return commands.change(
                null, tx -> WorkDays.today(tx).invoke(day -> day.end(tx.by())), MyDay.Ended.class, MyDay.Ended::of);
    }

    @POST
    @Path("/reopen")
    @Operation(operationId = "reopenMyDay", summary = "My day goes on after all, and this is why")
    public Uni<RestResponse<MyDay.Next>> reopen(@Valid @NotNull Reason why) {
        return commands.change(
                why,
                tx -> WorkDays.today(tx).invoke(day -> day.reopen(why.reason(), tx.by())),
                MyDay.Next.class,
                MyDay.Next::of);
    }
}
