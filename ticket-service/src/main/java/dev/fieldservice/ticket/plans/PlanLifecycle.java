package dev.fieldservice.ticket.plans;

import dev.fieldservice.platform.aggregates.Lifecycle;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state machine of a maintenance plan. RUN_OUT follows from the calendar, all others are a person's; CHANGE is the {@code PUT}. */
public final class PlanLifecycle {

    @Schema(name = "MaintenancePlanState")
    public enum State {
        /** Its tickets are made. */
        ACTIVE,
        /** Nothing is made until it is resumed; what would have been due meanwhile is skipped. */
        PAUSED,
        /** For good: by a person, or because nothing can come any more. */
        ENDED
    }

    public enum Command {
        CHANGE,
        PAUSE,
        RESUME,
        END,
        RUN_OUT
    }

    public static final Lifecycle<State, Command> TABLE = Lifecycle.of("maintenance plan", State.class, Command.class)
            .row(State.ACTIVE, Command.CHANGE, State.ACTIVE)
            .row(State.ACTIVE, Command.PAUSE, State.PAUSED)
            .row(State.ACTIVE, Command.END, State.ENDED)
            .row(State.ACTIVE, Command.RUN_OUT, State.ENDED)
            .row(State.PAUSED, Command.CHANGE, State.PAUSED)
            .row(State.PAUSED, Command.RESUME, State.ACTIVE)
            .row(State.PAUSED, Command.END, State.ENDED)
            .build();

    private static final Set<String> NOT_IN_URLS = Set.of("change", "run-out");

    private PlanLifecycle() {}

    /** What a person may do now, as it stands in the URL. */
    static List<String> words(State state) {
        return TABLE.words(state).stream().filter(PlanLifecycle::isInUrls).toList();
    }

    static boolean isInUrls(String word) {
        return !NOT_IN_URLS.contains(word);
    }
}
