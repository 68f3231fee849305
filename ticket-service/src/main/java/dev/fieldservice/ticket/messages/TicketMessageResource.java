package dev.fieldservice.ticket.messages;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.transactions.UnitOfWork;
import dev.fieldservice.ticket.tickets.Ticket;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/tickets/{id}/messages")
@Tag(name = "Incoming mails")
@RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
public class TicketMessageResource {

    private final UnitOfWork unit;
    private final Queries queries;

    public TicketMessageResource(UnitOfWork unit, Queries queries) {
        this.unit = unit;
        this.queries = queries;
    }

    @GET
    @Operation(
            operationId = "listTicketMessages",
            summary = "What the customer has written about a ticket",
            description = "The mail that opened it, and replies, oldest first.")
    public Uni<Page<TicketMessageView>> list(@RestPath UUID id, @Valid @BeanParam PageRequest page) {
        Uni<Page<TicketMessage>> found = queries.page(TicketMessage.class, Filters.of("ticketId", id), page);
        return unit.read(session -> session.find(Ticket.class, id)
                        .onItem()
                        .ifNull()
                        .failWith(() -> new Refusal.NotFound("ticket").refused()))
                .chain(ticket -> found)
                .map(messages -> messages.map(TicketMessageView::of));
    }
}
