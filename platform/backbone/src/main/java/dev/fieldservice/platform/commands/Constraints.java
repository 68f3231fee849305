package dev.fieldservice.platform.commands;

import dev.fieldservice.platform.problems.Refusal;

/**
 * The translation of violated database constraints into refusals. The races that only the database can decide (two claims, two
 * overlapping appointments) get their answer here.
 */
@FunctionalInterface
public interface Constraints {

    /**
     * @param name of the violated constraint; one that a service does not expect is its own defect and must be let
     *     through as {@link #unexpected}
     */
    Refusal refusal(String name);

    static Refusal unexpected(String name) {
        return new Refusal.Conflict("conflict", "This collides with what is already there (" + name + ").");
    }
}
