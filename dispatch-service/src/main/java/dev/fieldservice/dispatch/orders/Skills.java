package dev.fieldservice.dispatch.orders;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import java.util.Collection;
import java.util.List;

/** The skills that an order requires, and who has them: a team has what one of its members has. */
final class Skills {

    private Skills() {}

    static List<String> missing(ServiceOrder order, Collection<String> had) {
        return order.skills().stream().filter(skill -> !had.contains(skill)).toList();
    }

    /** Refused with 422 where nobody of the team has a skill that the order requires. */
    static void require(ServiceOrder order, Team team, String pointer) {
        List<String> missing = missing(order, team.skills());
        if (!missing.isEmpty()) {
            throw Refusal.RuleViolated.at(
                    pointer,
                    "skills-missing",
                    "Nobody who is to go has " + String.join(", ", missing)
                            + ". Send somebody who has, or a dispatcher gives a skillOverrideReason.");
        }
    }

    /** A dispatcher knows better, and says why. */
    static void override(ServiceOrder order, Team team, String reason, By by) {
        List<String> missing = missing(order, team.skills());
        if (!missing.isEmpty()) {
            order.say("SKILLS_OVERRIDDEN", by.at(), String.join(", ", missing) + ": " + reason, by);
        }
    }
}
