package dev.fieldservice.dispatch.search;

import dev.fieldservice.contracts.GeoPoint;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The conditions of a search in SQL. Text of a caller's gets in as a parameter only. */
public final class Criteria {

    /** Metres from the centre given to {@link #within}. */
    public static final String DISTANCE = "metres_between(:latitude, :longitude, o.latitude, o.longitude)";

    /** A little less than there are, so that the box is a little larger than the circle. */
    private static final int METRES_PER_DEGREE = 110_000;

    private static final int STEEPEST = 89;

    private final StringBuilder where = new StringBuilder("true");
    private final Map<String, Object> parameters = new HashMap<>();

    /** @param condition SQL; never made of what a caller sent */
    public void and(String condition) {
        where.append(" and ").append(condition);
    }

    /** Adds a condition with one parameter, unless the value is null. */
    public void and(String condition, String name, Object value) {
        if (value != null) {
            and(condition);
            with(name, value);
        }
    }

    public void with(String name, Object value) {
        parameters.put(name, value);
    }

    /** Sites in a territory, as it is drawn now; all sites if none is given. */
    public void inTerritory(UUID territoryId) {
        and(
                "point(o.longitude, o.latitude) <@ (select t.area from service_territory t where t.id = :territory)",
                "territory",
                territoryId);
    }

    public void inBox(Places.Box box) {
        inBox("bbox", box);
    }

    /** Sites within a radius: a box that an index can find, then the exact distance. */
    public void within(int radiusMetres, GeoPoint centre) {
        inBox("around", around(centre, radiusMetres));
        with("latitude", centre.latitude());
        with("longitude", centre.longitude());
        and(DISTANCE + " <= :radius", "radius", (double) radiusMetres);
    }

    private void inBox(String name, Places.Box box) {
        and("point(o.longitude, o.latitude) <@ box(point(:%1$sWest, :%1$sSouth), point(:%1$sEast, :%1$sNorth))"
                .formatted(name));
        with(name + "West", box.southWest().longitude());
        with(name + "South", box.southWest().latitude());
        with(name + "East", box.northEast().longitude());
        with(name + "North", box.northEast().latitude());
    }

    /** A box that holds the circle; near a pole or the date line it goes all around the earth. */
    private static Places.Box around(GeoPoint centre, int radiusMetres) {
        double high = (double) radiusMetres / METRES_PER_DEGREE;
        double south = Math.max(-90, centre.latitude() - high);
        double north = Math.min(90, centre.latitude() + high);
        double steepest = Math.max(Math.abs(south), Math.abs(north));
        double wide = steepest > STEEPEST ? 360 : high / Math.cos(Math.toRadians(steepest));
        double west = centre.longitude() - wide;
        double east = centre.longitude() + wide;
        boolean goesAround = west < -180 || east > 180;
        return new Places.Box(
                new GeoPoint(south, goesAround ? -180 : west), new GeoPoint(north, goesAround ? 180 : east));
    }

    public String where() {
        return where.toString();
    }

    public Map<String, Object> parameters() {
        return parameters;
    }
}
