package dev.fieldservice.players.cycle;

import dev.fieldservice.players.client.Driver;
import dev.fieldservice.players.client.Mailbox;
import dev.fieldservice.players.company.Technician;
import dev.fieldservice.players.forms.Slot;
import dev.fieldservice.players.story.Story;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a job is played.
 *
 * @param driver how what is sent gets to the API
 * @param story what is told of it
 * @param course what happens, where something may happen or not
 * @param calendar finds time in which a technician is free
 * @param mailbox where the customer writes to, and reads mail where somebody watches
 */
public record Scene(
        Driver driver, Story story, Course course, Function<Technician, Slot> calendar, Optional<Mailbox> mailbox) {

    /** As fast as possible, with nothing but what has to be. */
    public static Scene ordinary(Driver driver, Function<Technician, Slot> calendar) {
        return new Scene(driver, Story.UNTOLD, Course.ORDINARY, calendar, Optional.empty());
    }
}
