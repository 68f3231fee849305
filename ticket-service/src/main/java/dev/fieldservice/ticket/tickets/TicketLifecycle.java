package dev.fieldservice.ticket.tickets;

import static dev.fieldservice.ticket.tickets.TicketLifecycle.Command.ATTACH;
import static dev.fieldservice.ticket.tickets.TicketLifecycle.Command.CANCEL;
import static dev.fieldservice.ticket.tickets.TicketLifecycle.Command.CLOSE;
import static dev.fieldservice.ticket.tickets.TicketLifecycle.Command.CORRECT;
import static dev.fieldservice.ticket.tickets.TicketLifecycle.Command.FOLLOW_UP;
import static dev.fieldservice.ticket.tickets.TicketLifecycle.Command.QUALIFY;
import static dev.fieldservice.ticket.tickets.TicketLifecycle.Command.REJECT;
import static dev.fieldservice.ticket.tickets.TicketLifecycle.Command.REOPEN;
import static dev.fieldservice.ticket.tickets.TicketLifecycle.Command.RESOLVE;
import static dev.fieldservice.ticket.tickets.TicketLifecycle.Command.RESUME;
import static dev.fieldservice.ticket.tickets.TicketLifecycle.Command.RESUME_UNQUALIFIED;
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
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The state machine of a ticket. Until somebody sets out it is NEW or QUALIFIED, whether it has a service order or not; after the
 * customer was waited for it is again what it was before. What is RESOLVED can be opened again for some days; trouble after that, and
 * work that was called off by mistake, is a new ticket with {@code followUpOf}.
 */
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

    /**
     * START_WORK, RESOLVE and CLOSE follow from events; the others are a person's. CORRECT is the {@code PUT}, ATTACH that of an
     * attachment; RESUME_UNQUALIFIED is the resuming of a request that nobody had qualified. FOLLOW_UP opens another ticket.
     */
    public enum Command {
        QUALIFY,
        START_WORK,
        WAIT_FOR_CUSTOMER,
        RESUME,
        RESUME_UNQUALIFIED,
        RESOLVE,
        CLOSE,
        CANCEL,
        REJECT,
        CORRECT,
        ATTACH,
        FOLLOW_UP,
        REOPEN
    }

    public static final Lifecycle<State, Command> TABLE = Lifecycle.of("ticket", State.class, Command.class)
            .row(NEW, QUALIFY, QUALIFIED)
            .row(NEW, START_WORK, IN_PROGRESS)
            .row(NEW, WAIT_FOR_CUSTOMER, WAITING_CUSTOMER)
            .row(NEW, RESOLVE, RESOLVED)
            .row(NEW, CANCEL, CANCELLED)
            .row(NEW, REJECT, REJECTED)
            .row(NEW, CORRECT, NEW)
            .row(NEW, ATTACH, NEW)
            .row(QUALIFIED, START_WORK, IN_PROGRESS)
            .row(QUALIFIED, WAIT_FOR_CUSTOMER, WAITING_CUSTOMER)
            .row(QUALIFIED, RESOLVE, RESOLVED)
            .row(QUALIFIED, CANCEL, CANCELLED)
            .row(QUALIFIED, REJECT, REJECTED)
            .row(QUALIFIED, CORRECT, QUALIFIED)
            .row(QUALIFIED, ATTACH, QUALIFIED)
            .row(IN_PROGRESS, WAIT_FOR_CUSTOMER, WAITING_CUSTOMER)
            .row(IN_PROGRESS, RESOLVE, RESOLVED)
            .row(IN_PROGRESS, CANCEL, CANCELLED)
            .row(IN_PROGRESS, CORRECT, IN_PROGRESS)
            .row(IN_PROGRESS, ATTACH, IN_PROGRESS)
            .row(WAITING_CUSTOMER, RESUME, QUALIFIED)
            .row(WAITING_CUSTOMER, RESUME_UNQUALIFIED, NEW)
            .row(WAITING_CUSTOMER, RESOLVE, RESOLVED)
            .row(WAITING_CUSTOMER, CANCEL, CANCELLED)
            .row(WAITING_CUSTOMER, REJECT, REJECTED)
            .row(WAITING_CUSTOMER, CORRECT, WAITING_CUSTOMER)
            .row(WAITING_CUSTOMER, ATTACH, WAITING_CUSTOMER)
            .row(RESOLVED, CLOSE, CLOSED)
            .row(RESOLVED, ATTACH, RESOLVED)
            .row(RESOLVED, FOLLOW_UP, RESOLVED)
            .row(RESOLVED, REOPEN, IN_PROGRESS)
            .row(CLOSED, FOLLOW_UP, CLOSED)
            .row(CANCELLED, FOLLOW_UP, CANCELLED)
            .row(REJECTED, FOLLOW_UP, REJECTED)
            .build();

    private static final Set<String> NOT_IN_URLS =
            Set.of("start-work", "resume-unqualified", "resolve", "close", "correct", "attach");

    private TicketLifecycle() {}

    /** What a person may do now, as it stands in the URL. */
    static List<String> words(State state) {
        return TABLE.words(state).stream()
                .filter(word -> !NOT_IN_URLS.contains(word))
                .toList();
    }
}
