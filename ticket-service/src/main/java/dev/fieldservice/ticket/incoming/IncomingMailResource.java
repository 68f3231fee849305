package dev.fieldservice.ticket.incoming;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.ListOrder;
import dev.fieldservice.platform.rest.Period;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.incoming.IncomingMailLifecycle.State;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/incoming-mails")
@Tag(name = "Incoming mails", description = "What customers write to the company's mailbox, and what becomes of it")
@RolesAllowed({Role.DISPATCHER, Role.ADMIN})
public class IncomingMailResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final IncomingMails mails;

    public IncomingMailResource(HttpCommands commands, Queries queries, IncomingMails mails) {
        this.commands = commands;
        this.queries = queries;
        this.mails = mails;
    }

    @GET
    @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
    @Operation(
            operationId = "listIncomingMails",
            summary = "Mails that have come, and what became of them",
            description = "Those that wait for a dispatcher are `WAITING` and `SET_ASIDE`.")
    public Uni<Page<IncomingMailSummary>> list(
            @RestQuery @Size(max = 20) @Parameter(description = "Any of these; repeat it for several")
                    List<State> state,
            @RestQuery
                    @Size(max = 254)
                    @Pattern(regexp = Text.LINE)
                    @Parameter(description = "The sender's address", example = "maria.ionescu@cotroceni.example")
                    String fromAddress,
            @RestQuery UUID ticketId,
            @RestQuery @Parameter(description = "CREATED, oldest first, if left out") ListOrder sort,
            @Valid @BeanParam Period arrived,
            @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.none()
                .anyOf("state", state)
                .and("ticketId", ticketId)
                .sql("from_address = lower(?)", fromAddress);
        return queries.page(
                        IncomingMail.class,
                        arrived.narrow(filters, "arrived_at"),
                        Optional.ofNullable(sort).orElse(ListOrder.CREATED),
                        page)
                .map(found -> found.map(IncomingMailSummary::of));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
    @Operation(
            operationId = "getIncomingMail",
            summary = "One mail",
            description = "Of one that waits for a dispatcher with the customers whose it is likeliest to be.")
    public Uni<RestResponse<IncomingMailView>> get(@RestPath UUID id) {
        return queries.one(
                "incoming mail",
                session -> IncomingMails.read(session, id),
                IncomingMails.Seen::mail,
                IncomingMails.Seen::view);
    }

    @POST
    @Path("/{id}/accept")
    @Operation(
            operationId = "acceptIncomingMail",
            summary = "Open a ticket for a mail that waits",
            description =
                    "For this customer, at this site. What came along is attached to it, and the sender is told its number."
                            + " Also for one that was ignored or set aside: what of it could not be kept is in the mailbox.")
    public Uni<RestResponse<IncomingMailView>> accept(@RestPath UUID id, @Valid @NotNull AcceptMail request) {
        return change(request, tx -> mails.accept(tx, id, request));
    }

    @POST
    @Path("/{id}/join")
    @Operation(
            operationId = "joinIncomingMail",
            summary = "A mail that waits is about this ticket",
            description =
                    "It becomes a message of the ticket's, and what came along is attached as far as it takes more.")
    public Uni<RestResponse<IncomingMailView>> join(@RestPath UUID id, @Valid @NotNull JoinMail request) {
        return change(request, tx -> mails.join(tx, id, request.ticketId()));
    }

    @POST
    @Path("/{id}/dismiss")
    @Operation(
            operationId = "dismissIncomingMail",
            summary = "A mail that waits asks for nothing",
            description = "Its text stays with the reason; what came along is kept no longer.")
    public Uni<RestResponse<IncomingMailView>> dismiss(@RestPath UUID id, @Valid @NotNull Reason why) {
        return change(why, tx -> mails.dismiss(tx, id, why.reason()));
    }

    private Uni<RestResponse<IncomingMailView>> change(Object body, Function<Tx, Uni<IncomingMail>> work) {
        return commands.change(body, work, IncomingMailView.class, IncomingMailView::of);
    }
}
