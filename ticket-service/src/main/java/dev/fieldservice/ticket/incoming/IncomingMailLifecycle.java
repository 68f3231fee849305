package dev.fieldservice.ticket.incoming;

import static dev.fieldservice.ticket.incoming.IncomingMailLifecycle.Command.ACCEPT;
import static dev.fieldservice.ticket.incoming.IncomingMailLifecycle.Command.ADD;
import static dev.fieldservice.ticket.incoming.IncomingMailLifecycle.Command.DISMISS;
import static dev.fieldservice.ticket.incoming.IncomingMailLifecycle.Command.IGNORE;
import static dev.fieldservice.ticket.incoming.IncomingMailLifecycle.Command.JOIN;
import static dev.fieldservice.ticket.incoming.IncomingMailLifecycle.Command.OPEN;
import static dev.fieldservice.ticket.incoming.IncomingMailLifecycle.Command.PUT_TO_WAIT;
import static dev.fieldservice.ticket.incoming.IncomingMailLifecycle.Command.SET_ASIDE;

import dev.fieldservice.platform.aggregates.Lifecycle;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What becomes of a mail: decided when it is read, or by a dispatcher where that could not be. */
public final class IncomingMailLifecycle {

    @Schema(name = "IncomingMailState")
    public enum State {
        /** It is being read. */
        ARRIVED,
        /** A dispatcher decides whose it is. */
        WAITING,
        TICKET_OPENED,
        /** It is a message about a ticket that there was. */
        JOINED,
        /** Nobody has written it, or it was taken before. */
        IGNORED,
        /** It could not be read, or not as a whole. */
        SET_ASIDE,
        DISMISSED
    }

    /** OPEN, ADD, PUT_TO_WAIT, IGNORE and SET_ASIDE are those of the reading; the others are a person's. */
    public enum Command {
        OPEN,
        ADD,
        PUT_TO_WAIT,
        IGNORE,
        SET_ASIDE,
        ACCEPT,
        JOIN,
        DISMISS
    }

    public static final Lifecycle<State, Command> TABLE = Lifecycle.of("incoming mail", State.class, Command.class)
            .row(State.ARRIVED, OPEN, State.TICKET_OPENED)
            .row(State.ARRIVED, ADD, State.JOINED)
            .row(State.ARRIVED, PUT_TO_WAIT, State.WAITING)
            .row(State.ARRIVED, IGNORE, State.IGNORED)
            .row(State.ARRIVED, SET_ASIDE, State.SET_ASIDE)
            .row(State.WAITING, ACCEPT, State.TICKET_OPENED)
            .row(State.WAITING, JOIN, State.JOINED)
            .row(State.WAITING, DISMISS, State.DISMISSED)
            .row(State.SET_ASIDE, ACCEPT, State.TICKET_OPENED)
            .row(State.SET_ASIDE, JOIN, State.JOINED)
            .row(State.SET_ASIDE, DISMISS, State.DISMISSED)
            .row(State.IGNORED, ACCEPT, State.TICKET_OPENED)
            .row(State.IGNORED, JOIN, State.JOINED)
            .build();

    private static final Set<String> NOT_IN_URLS = Set.of("open", "add", "put-to-wait", "ignore", "set-aside");

    private IncomingMailLifecycle() {}

    /** What a person may do now, as it stands in the URL. */
    static List<String> words(State state) {
        return TABLE.words(state).stream()
                .filter(word -> !NOT_IN_URLS.contains(word))
                .toList();
    }
}
