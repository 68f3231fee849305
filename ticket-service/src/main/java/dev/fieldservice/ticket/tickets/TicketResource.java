package dev.fieldservice.ticket.tickets;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Period;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.rest.TextSearch;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.tickets.TicketLifecycle.State;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/tickets")
@Tag(name = "Tickets", description = "Requests of customers, from the call to the invoice")
@RolesAllowed({Role.DISPATCHER, Role.ADMIN})
public class TicketResource {

    private static final String COLLECTION = "/v1/tickets";

    private final HttpCommands commands;
    private final Queries queries;
    private final CurrentRequest request;
    private final Tickets tickets;

    public TicketResource(HttpCommands commands, Queries queries, CurrentRequest request, Tickets tickets) {
        this.request = request;
        this.commands = commands;
        this.queries = queries;
        this.tickets = tickets;
    }

    @POST
    @Operation(
            operationId = "createTicket",
            summary = "Record a request",
            description =
                    "The service order follows by itself: at once, or where the company wants it so, when a person has"
                            + " qualified the request.")
    public Uni<RestResponse<TicketView>> create(@Valid @NotNull NewTicket request) {
        return commands.create(request, tx -> tickets.open(tx, request), TicketView.class, TicketView::of);
    }

    @GET
    @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ACCOUNTANT, Role.STOREKEEPER, Role.ADMIN})
    @Operation(operationId = "listTickets", summary = "Tickets, by what is known of them")
    public Uni<Page<TicketSummary>> list(
            @RestQuery
                    @Size(max = 40)
                    @Pattern(regexp = Text.LINE)
                    @Parameter(description = "The whole number", example = "T-2026-000001")
                    String number,
            @RestQuery @Size(max = 20) @Parameter(description = "Any of these; repeat it for several")
                    List<State> state,
            @RestQuery UUID customerId,
            @RestQuery UUID locationId,
            @RestQuery UUID assetId,
            @RestQuery @Parameter(description = "Those that this maintenance plan has made") UUID planId,
            @RestQuery
                    @Size(max = 36)
                    @Pattern(regexp = Escalations.WHOSE)
                    @Parameter(
                            description =
                                    "Those of whose promised times this person was told by name: me, or whoever has this subject",
                            example = "me")
                    String escalatedTo,
            @RestQuery
                    @Parameter(description = "Those of which the customer has written something that nobody has read")
                    Boolean unread,
            @Valid @BeanParam TextSearch search,
            @Valid @BeanParam Period created,
            @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.none()
                .sql("number = upper(?)", number)
                .anyOf("state", state)
                .and("customerId", customerId)
                .and("locationId", locationId)
                .and("assetId", assetId)
                .and("planned.planId", planId)
                .sql(Escalations.TO, Escalations.person(escalatedTo, request))
                .sql("(unread_since is not null) = ?", unread)
                .text(search);
        return queries.page(Ticket.class, created.narrow(filters, "created_at"), search.order(), page)
                .map(found -> found.map(TicketSummary::of));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ACCOUNTANT, Role.STOREKEEPER, Role.ADMIN})
    @Operation(operationId = "getTicket", summary = "One ticket with its orders")
    public Uni<RestResponse<TicketView>> get(@RestPath UUID id) {
        return queries.one("ticket", session -> tickets.find(session, id), TicketView::of);
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "correctTicket",
            summary = "Correct what was recorded about a request",
            description =
                    "Until its work is closed; the site until somebody sets out. Its order, the phones of those who"
                            + " have it and drafts of invoices follow; what is signed, issued or closed stays as it was.")
    public Uni<RestResponse<TicketView>> correct(@RestPath UUID id, @Valid @NotNull TicketDetails details) {
        return commands.replace(
                tx -> tickets.loadToCorrect(tx, id, details),
                (ticket, by) -> ticket.correct(details, by),
                TicketView::of);
    }

    @POST
    @Path("/{id}/qualify")
    @Operation(
            operationId = "qualifyTicket",
            summary = "The request is understood and accepted",
            description = "Until somebody sets out for it.")
    public Uni<RestResponse<TicketView>> qualify(@RestPath UUID id) {
        return change(id, null, Ticket::qualify);
    }

    @POST
    @Path("/{id}/wait-for-customer")
    @Operation(
            operationId = "waitForCustomer",
            summary = "Nothing can go on until the customer answers",
            description =
                    "Its order leaves the pool, and a visit that is planned and not begun is taken back. Work that has"
                            + " begun goes on.")
    public Uni<RestResponse<TicketView>> waitForCustomer(@RestPath UUID id, @Valid @NotNull Reason why) {
        return change(id, why, (ticket, by) -> ticket.waitForCustomer(by, why.reason()));
    }

    @POST
    @Path("/{id}/resume")
    @Operation(operationId = "resumeTicket", summary = "The customer has answered")
    public Uni<RestResponse<TicketView>> resume(@RestPath UUID id) {
        return changed(null, tx -> tickets.resume(tx, id));
    }

    @POST
    @Path("/{id}/mark-read")
    @Operation(
            operationId = "markTicketRead",
            summary = "What the customer has written is known",
            description =
                    "The ticket is no longer among those with unread messages. Nothing happens if there are none.")
    public Uni<RestResponse<TicketView>> markRead(@RestPath UUID id) {
        return changed(null, tx -> tickets.markRead(tx, id));
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(
            operationId = "cancelTicket",
            summary = "The customer no longer wants it",
            description =
                    "Its order is taken back. Whoever has set out or works is told to stop; the job is then closed and"
                            + " billed, or not, as a person decides.")
    public Uni<RestResponse<TicketView>> cancel(@RestPath UUID id, @Valid @NotNull Reason why) {
        return changed(why, tx -> tickets.callOff(tx, id, (ticket, by) -> ticket.cancel(by, why.reason())));
    }

    @POST
    @Path("/{id}/reject")
    @Operation(
            operationId = "rejectTicket",
            summary = "We will not do this",
            description = "Until somebody sets out for it; its order is taken back.")
    public Uni<RestResponse<TicketView>> reject(@RestPath UUID id, @Valid @NotNull Reason why) {
        return changed(why, tx -> tickets.callOff(tx, id, (ticket, by) -> ticket.reject(by, why.reason())));
    }

    @POST
    @Path("/{id}/reopen")
    @Operation(
            operationId = "reopenTicket",
            summary = "What was resolved is not over after all",
            description =
                    "For as many days as the company sets; after that, and once it is closed, trouble is a new ticket"
                            + " (follow-up; 409 reopen-too-late). A further order follows by itself; what was done and billed"
                            + " before stays. The time that was promised for the solution runs on from now, and nobody is"
                            + " promised to come anew.")
    public Uni<RestResponse<TicketView>> reopen(@RestPath UUID id, @Valid @NotNull Reason why) {
        return changed(why, tx -> tickets.reopen(tx, id, why.reason()));
    }

    @POST
    @Path("/{id}/follow-up")
    @APIResponseSchema(value = TicketView.class, responseCode = "201")
    @Operation(
            operationId = "followUpTicket",
            summary = "Open a new ticket like one that is resolved, closed, cancelled or rejected",
            description =
                    "For trouble that has come back, and for a request that was called off by mistake: its order stays"
                            + " called off, the new ticket (followUpOf) gets one of its own, and is due as the one that was"
                            + " called off was.")
    public Uni<RestResponse<TicketView>> followUp(@RestPath UUID id, @Valid @NotNull Reason why) {
        return commands.create(
                COLLECTION, why, tx -> tickets.followUp(tx, id, why.reason()), TicketView.class, TicketView::of);
    }

    private Uni<RestResponse<TicketView>> change(UUID id, Reason why, BiConsumer<Ticket, By> command) {
        return changed(why, tx -> tickets.loadToTell(tx, id).invoke(ticket -> command.accept(ticket, tx.by())));
    }

    private Uni<RestResponse<TicketView>> changed(Reason why, Function<Tx, Uni<Ticket>> work) {
        return commands.change(why, work, TicketView.class, TicketView::of);
    }
}
