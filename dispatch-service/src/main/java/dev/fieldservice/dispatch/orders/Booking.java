package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.worktypes.PlannedPart;
import java.util.List;

/** Who is to go when, and what they take along. */
record Booking(Team team, Window window, List<PlannedPart> parts) {

    /** As it stands in the history. */
    String text(JobCard card) {
        return team.names() + ", " + card.times(window);
    }
}
