package dev.fieldservice.players.company;

import dev.fieldservice.players.client.Player;

/**
 * Who does jobs, and what they drive.
 *
 * @param isSupervisorToo may review, but not what he has done himself
 */
public record Technician(Player person, String name, String van, boolean isSupervisorToo) {

    public String firstName() {
        return name.split(" ")[0];
    }
}
