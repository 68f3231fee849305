package dev.fieldservice.ticket.tickets;

import static dev.fieldservice.ticket.tickets.TicketLifecycle.Command.CANCEL;
import static dev.fieldservice.ticket.tickets.TicketLifecycle.Command.CLOSE;
import static dev.fieldservice.ticket.tickets.TicketLifecycle.Command.QUALIFY;
import static dev.fieldservice.ticket.tickets.TicketLifecycle.Command.REJECT;
import static dev.fieldservice.ticket.tickets.TicketLifecycle.Command.RESOLVE;
import static dev.fieldservice.ticket.tickets.TicketLifecycle.Command.RESUME;
import static dev.fieldservice.ticket.tickets.TicketLifecycle.Command.START_WORK;
import static dev.fieldservice.ticket.tickets.TicketLifecycle.Command.WAIT_FOR_CUSTOMER;
import static dev.fieldservice.ticket.tickets.TicketLifecycle.State.CANCELLED;
import static dev.fieldservice.ticket.tickets.TicketLifecycle.State.CLOSED;
import static dev.fieldservice.ticket.tickets.TicketLifecycle.State.IN_PROGRESS;
import static dev.fieldservice.ticket.tickets.TicketLifecycle.State.NEW;
import static dev.fieldservice.ticket.tickets.TicketLifecycle.State.QUALIFIED;
import static dev.fieldservice.ticket.tickets.TicketLifecycle.State.REJECTED;
import static dev.fieldservice.ticket.tickets.TicketLifecycle.State.RESOLVED;
import static dev.fieldservice.ticket.tickets.TicketLifecycle.State.WAITING_CUSTOMER;

import dev.fieldservice.platform.aggregates.Lifecycle;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a ticket may go through. Trouble after CLOSED is a new ticket with {@code followUpOf}. */
public final class TicketLifecycle {

    @Schema(name = "TicketState")
    public enum State {
        NEW,
        QUALIFIED,
        IN_PROGRESS,
        WAITING_CUSTOMER,
        RESOLVED,
        CLOSED,
        CANCELLED,
        REJECTED
    }

    /** START_WORK, RESOLVE and CLOSE follow from events; the others are a person's. */
    public enum Command {
        QUALIFY,
        START_WORK,
        WAIT_FOR_CUSTOMER,
        RESUME,
        RESOLVE,
        CLOSE,
        CANCEL,
        REJECT
    }

    public static final Lifecycle<State, Command> TABLE = Lifecycle.of("ticket", State.class, Command.class)
            .row(NEW, QUALIFY, QUALIFIED)
            .row(NEW, START_WORK, IN_PROGRESS)
            .row(NEW, WAIT_FOR_CUSTOMER, WAITING_CUSTOMER)
            .row(NEW, RESOLVE, RESOLVED)
            .row(NEW, CANCEL, CANCELLED)
            .row(NEW, REJECT, REJECTED)
            .row(QUALIFIED, START_WORK, IN_PROGRESS)
            .row(QUALIFIED, WAIT_FOR_CUSTOMER, WAITING_CUSTOMER)
            .row(QUALIFIED, RESOLVE, RESOLVED)
            .row(QUALIFIED, CANCEL, CANCELLED)
            .row(QUALIFIED, REJECT, REJECTED)
            .row(IN_PROGRESS, WAIT_FOR_CUSTOMER, WAITING_CUSTOMER)
            .row(IN_PROGRESS, RESOLVE, RESOLVED)
            .row(IN_PROGRESS, CANCEL, CANCELLED)
            .row(WAITING_CUSTOMER, RESUME, IN_PROGRESS)
            .row(WAITING_CUSTOMER, RESOLVE, RESOLVED)
            .row(WAITING_CUSTOMER, CANCEL, CANCELLED)
            .row(RESOLVED, CLOSE, CLOSED)
            .build();

    private TicketLifecycle() {}
}
