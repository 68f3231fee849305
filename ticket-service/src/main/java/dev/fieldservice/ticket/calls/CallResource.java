package dev.fieldservice.ticket.calls;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.ticket.tickets.TicketView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/calls")
@Tag(name = "Tickets")
@RolesAllowed({Role.DISPATCHER, Role.ADMIN})
public class CallResource {

    private static final String TICKETS = "/v1/tickets";

    private final HttpCommands commands;
    private final Calls calls;

    public CallResource(HttpCommands commands, Calls calls) {
        this.commands = commands;
        this.calls = calls;
    }

    @POST
    @APIResponseSchema(value = TicketView.class, responseCode = "201")
    @Operation(
            operationId = "takeCall",
            summary = "Record all that is said in one call",
            description =
                    "Customer, contact, site, machine and ticket in one: what is known by its id, what is new as it is entered. All of"
                            + " it is recorded, or nothing. A customer or contact who resembles one that is known is 422"
                            + " (`possible-duplicate`), with those named; send `duplicatesSeen` if they are others.")
    public Uni<RestResponse<TicketView>> take(@Valid @NotNull NewCall call) {
        return commands.create(TICKETS, call, tx -> calls.take(tx, call), TicketView.class, TicketView::of);
    }
}
