package dev.fieldservice.workorder.visits;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.GeoPoint;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the device was, as far as its fix can be believed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MeasuredPosition")
public record Position(
        Status status,
        @Schema(nullable = true) Double latitude,
        @Schema(nullable = true) Double longitude,
        @Schema(nullable = true) Double accuracyMetres,

        @Schema(
                nullable = true,
                description = "From the site, as the crow flies; absent where nobody knows where it lies")
        Long distanceMetres,

        @Schema(nullable = true, description = "Why it is not MEASURED")
        String note) {

    /** MEASURED: good enough to tell whether somebody was there; POOR: only roughly so; UNAVAILABLE: says nothing. */
    @Schema(name = "PositionStatus")
    public enum Status {
        MEASURED,
        POOR,
        UNAVAILABLE
    }

    private static final int GOOD_ACCURACY_METRES = 100;
    private static final int WORST_ACCURACY_METRES = 1_000_000;
    private static final int MEAN_EARTH_RADIUS_METRES = 6_371_009;

    /**
     * @param fix null if the device has none
     * @param site null if nobody knows where it lies
     */
    public static Position of(GpsFix fix, GeoPoint site) {
        if (fix == null || fix.latitude() == null || fix.longitude() == null) {
            return unavailable("The device had no position.");
        }
        double latitude = fix.latitude();
        double longitude = fix.longitude();
        if (!within(latitude, 90) || !within(longitude, 180)) {
            return unavailable("The device reported a place that is not on earth.");
        }
        if (latitude == 0 && longitude == 0) {
            return unavailable("The device reported 0, 0, as receivers do that know nothing.");
        }
        Double accuracy = usable(fix.accuracyMetres());
        boolean isGood = accuracy != null && accuracy <= GOOD_ACCURACY_METRES;
        return new Position(
                isGood ? Status.MEASURED : Status.POOR,
                latitude,
                longitude,
                accuracy,
                site == null ? null : distance(latitude, longitude, site),
                isGood ? null : accuracy == null ? "The accuracy is not known." : "The accuracy is poor.");
    }

    public boolean saysWhere() {
        return status != Status.UNAVAILABLE;
    }

    private static Position unavailable(String note) {
        return new Position(Status.UNAVAILABLE, null, null, null, null, note);
    }

    private static boolean within(double degrees, double bound) {
        return !Double.isNaN(degrees) && Math.abs(degrees) <= bound;
    }

    private static Double usable(Double metres) {
        boolean isUsable = metres != null && metres >= 0 && metres <= WORST_ACCURACY_METRES;
        return isUsable ? metres : null;
    }

    /** Haversine on a sphere: wrong by at most 0.6 %, which is less than what receivers err by on any site. */
    private static long distance(double latitude, double longitude, GeoPoint site) {
        double north = Math.toRadians(site.latitude() - latitude);
        double east = Math.toRadians(site.longitude() - longitude);
        double chord = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(site.latitude()))
                        * Math.pow(Math.sin(east / 2), 2);
        return Math.round(2 * MEAN_EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord))));
    }
}
