package dev.fieldservice.inventory.pieces;

import java.time.Instant;
import java.util.UUID;

/**
 * What moves pieces, where and why.
 *
 * @param sourceId the usage, receipt or command that it is booked for
 * @param place the location's name, for people who read the history
 * @param orderId null if it was no job
 * @param ticketId null if it was no job
 * @param at by the device's clock, where a device told it
 * @param reversalOf what this takes back; null if it takes nothing back
 * @param takenBackBecause why a piece is in stock that was in a machine by what was known; null if nobody says so
 */
public record Cause(
        UUID sourceId,
        UUID locationId,
        String place,
        UUID orderId,
        UUID ticketId,
        Instant at,
        UUID reversalOf,
        String takenBackBecause) {

    /** The moment before. */
    Cause before() {
        return new Cause(
                sourceId, locationId, place, orderId, ticketId, at.minusMillis(1), reversalOf, takenBackBecause);
    }

    /** That of no job. */
    public static Cause here(UUID sourceId, UUID locationId, String place, Instant at) {
        return new Cause(sourceId, locationId, place, null, null, at, null, null);
    }

    /** @param source null if it takes nothing back */
    public Cause takingBack(UUID source) {
        return new Cause(sourceId, locationId, place, orderId, ticketId, at, source, takenBackBecause);
    }

    /** @param why null if nobody says that pieces were taken back */
    public Cause takenBack(String why) {
        return new Cause(sourceId, locationId, place, orderId, ticketId, at, reversalOf, why);
    }

    boolean isTakingBack() {
        return takenBackBecause != null;
    }
}
