package dev.fieldservice.dispatch.orders;

import dev.fieldservice.contracts.GeoPoint;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody has set out for a visit.
 *
 * @param at by the device's clock; null in those of before it was kept
 * @param from null where that is not known
 */
public record SetOut(UUID appointmentId, UUID orderId, Instant at, Whereabouts from) {

    /** When they arrive by that, in whole five minutes; empty where it cannot be told. @param site null where nobody knows where it lies */
    public Optional<Instant> arrival(GeoPoint site) {
        return at == null || from == null
                ? Optional.empty()
                : from.drive(site).map(drive -> inFiveMinutes(at.plus(drive)));
    }

    private static Instant inFiveMinutes(Instant time) {
        return Instant.ofEpochSecond(Math.ceilDiv(time.getEpochSecond(), 300L) * 300L);
    }
}
