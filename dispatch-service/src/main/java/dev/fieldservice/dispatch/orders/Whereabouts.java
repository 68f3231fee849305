package dev.fieldservice.dispatch.orders;

import dev.fieldservice.contracts.GeoPoint;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a device was. From there the drive to a site is taken to be 1.3 times as long as the crow flies (what roads usually make of it),
 * at 40 km/h, with five minutes to get away and to park.
 *
 * @param accuracyMetres radius that holds the device with 68 % confidence; null if it is not known
 */
public record Whereabouts(double latitude, double longitude, Double accuracyMetres) {

    private static final int MEAN_EARTH_RADIUS_METRES = 6_371_009;
    private static final int WORST_ACCURACY_METRES = 2_000;

    /** From further away much of the drive is faster than that, and nobody knows how much: what was planned for it counts. */
    private static final long FURTHEST_METRES = 30_000;

    private static final int DETOUR_PERCENT = 130;
    private static final int METRES_PER_HOUR = 40_000;
    private static final Duration TO_GET_AWAY_AND_PARK = Duration.ofMinutes(5);

    /** Empty where the position says too little. @param site null where nobody knows where it lies */
    public Optional<Duration> drive(GeoPoint site) {
        if (site == null || accuracyMetres != null && accuracyMetres > WORST_ACCURACY_METRES) {
            return Optional.empty();
        }
        long metres = distance(site);
        return metres > FURTHEST_METRES
                ? Optional.empty()
                : Optional.of(Duration.ofHours(metres * DETOUR_PERCENT / 100)
                        .dividedBy(METRES_PER_HOUR)
                        .plus(TO_GET_AWAY_AND_PARK));
    }

    /** Haversine on a sphere: wrong by at most 0.6 %. */
    private long distance(GeoPoint site) {
        double north = Math.toRadians(site.latitude() - latitude);
        double east = Math.toRadians(site.longitude() - longitude);
        double chord = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(site.latitude()))
                        * Math.pow(Math.sin(east / 2), 2);
        return Math.round(2 * MEAN_EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord))));
    }
}
