package dev.fieldservice.billing.reminders;

import dev.fieldservice.platform.aggregates.Lifecycle;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state machine of a reminder. */
public final class ReminderLifecycle {

    @Schema(name = "ReminderState")
    public enum State {
        /** It follows what is paid and what gets overdue. */
        DRAFT,
        /** On its way. */
        QUEUED,
        /** The next mail server has it. */
        SENT,
        FAILED,
        /** It is not sent. */
        DROPPED
    }

    public enum Command {
        /** More has become overdue, or less is. */
        FOLLOW,
        ACCEPT,
        DROP,
        /** What has failed is tried once more. */
        SEND_AGAIN,
        HAND_OVER,
        FAIL
    }

    public static final Lifecycle<State, Command> TABLE = Lifecycle.of("reminder", State.class, Command.class)
            .row(State.DRAFT, Command.FOLLOW, State.DRAFT)
            .row(State.DRAFT, Command.ACCEPT, State.QUEUED)
            .row(State.DRAFT, Command.DROP, State.DROPPED)
            .row(State.QUEUED, Command.HAND_OVER, State.SENT)
            .row(State.QUEUED, Command.FAIL, State.FAILED)
            .row(State.FAILED, Command.SEND_AGAIN, State.QUEUED)
            .row(State.FAILED, Command.HAND_OVER, State.SENT)
            .row(State.FAILED, Command.FAIL, State.FAILED)
            .build();

    private static final Set<String> OF_PEOPLE = Set.of("accept", "drop", "send-again");

    private ReminderLifecycle() {}

    /** What a person may do now, as it stands in the URL. */
    static List<String> words(State state) {
        return TABLE.words(state).stream().filter(OF_PEOPLE::contains).toList();
    }
}
