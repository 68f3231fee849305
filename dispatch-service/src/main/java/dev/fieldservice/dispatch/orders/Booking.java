package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.worktypes.PlannedPart;
import java.util.List;

/**
 * Who is to go when, and what they take along.
 *
 * @param parts null where nobody says what; none where it is empty
 */
record Booking(Team team, Window window, List<PlannedPart> parts) {

    /** One of which nobody says what is taken along. */
    static Booking of(Team team, Window window) {
        return new Booking(team, window, null);
    }

    boolean namesParts() {
        return parts != null;
    }

    /** As it stands in the history. */
    String text(JobCard card) {
        return team.names() + ", " + card.times(window);
    }
}
