package dev.fieldservice.ticket.tickets;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.ticket.tickets.TicketLifecycle.State;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/tickets")
@Tag(name = "Tickets", description = "Requests of customers, from the call to the invoice")
@RolesAllowed({Role.DISPATCHER, Role.ADMIN})
public class TicketResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final Tickets tickets;

    public TicketResource(HttpCommands commands, Queries queries, Tickets tickets) {
        this.commands = commands;
        this.queries = queries;
        this.tickets = tickets;
    }

    @POST
    @Operation(
            operationId = "createTicket",
            summary = "Record a request",
            description = "The service order follows by itself.")
    public Uni<RestResponse<TicketView>> create(@Valid @NotNull NewTicket request) {
        return commands.create(request, tx -> tickets.open(tx, request), TicketView.class, TicketView::of);
    }

    @GET
    @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ACCOUNTANT, Role.STOREKEEPER, Role.ADMIN})
    @Operation(operationId = "listTickets", summary = "Tickets, oldest first")
    public Uni<Page<TicketSummary>> list(
            @RestQuery State state, @RestQuery UUID customerId, @Valid @BeanParam PageRequest page) {
        return queries.page(Ticket.class, Filters.of("state", state).and("customerId", customerId), page)
                .map(found -> found.map(TicketSummary::of));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ACCOUNTANT, Role.STOREKEEPER, Role.ADMIN})
    @Operation(operationId = "getTicket", summary = "One ticket with its orders")
    public Uni<RestResponse<TicketView>> get(@RestPath UUID id) {
        return queries.one("ticket", session -> tickets.find(session, id), TicketView::of);
    }

    @POST
    @Path("/{id}/qualify")
    @Operation(operationId = "qualifyTicket", summary = "The request is understood and accepted")
    public Uni<RestResponse<TicketView>> qualify(@RestPath UUID id) {
        return change(id, null, Ticket::qualify);
    }

    @POST
    @Path("/{id}/wait-for-customer")
    @Operation(operationId = "waitForCustomer", summary = "Nothing can go on until the customer answers")
    public Uni<RestResponse<TicketView>> waitForCustomer(@RestPath UUID id, @Valid @NotNull Reason why) {
        return change(id, why, (ticket, by) -> ticket.waitForCustomer(by, why.reason()));
    }

    @POST
    @Path("/{id}/resume")
    @Operation(operationId = "resumeTicket", summary = "The customer has answered")
    public Uni<RestResponse<TicketView>> resume(@RestPath UUID id) {
        return change(id, null, Ticket::resume);
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(
            operationId = "cancelTicket",
            summary = "The customer no longer wants it",
            description = "Work that has begun goes on.")
    public Uni<RestResponse<TicketView>> cancel(@RestPath UUID id, @Valid @NotNull Reason why) {
        return change(id, why, (ticket, by) -> ticket.cancel(by, why.reason()));
    }

    @POST
    @Path("/{id}/reject")
    @Operation(operationId = "rejectTicket", summary = "We will not do this")
    public Uni<RestResponse<TicketView>> reject(@RestPath UUID id, @Valid @NotNull Reason why) {
        return change(id, why, (ticket, by) -> ticket.reject(by, why.reason()));
    }

    private Uni<RestResponse<TicketView>> change(UUID id, Reason why, BiConsumer<Ticket, By> command) {
        return commands.change(
                why,
                tx -> tickets.load(tx, id).invoke(ticket -> command.accept(ticket, tx.by())),
                TicketView.class,
                TicketView::of);
    }
}
