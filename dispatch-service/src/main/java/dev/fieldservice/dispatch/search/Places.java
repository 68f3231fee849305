package dev.fieldservice.dispatch.search;

import dev.fieldservice.contracts.GeoPoint;
import dev.fieldservice.platform.problems.Refusal;
import java.util.Arrays;

/** Reads places in query parameters. */
public final class Places {

    private static final String NUMBERS = "-?\\d{1,3}(\\.\\d{1,12})?(,-?\\d{1,3}(\\.\\d{1,12})?)*";

    private Places() {}

    /** Two corners. */
    public record Box(GeoPoint southWest, GeoPoint northEast) {}

    /** Refused with 400 unless it is {@code latitude,longitude}. */
    public static GeoPoint point(String text, String parameter) {
        double[] numbers = numbers(text, 2, parameter, "latitude,longitude");
        return point(numbers[0], numbers[1], parameter);
    }

    /** Refused with 400 unless it is {@code minLatitude,minLongitude,maxLatitude,maxLongitude}. */
    public static Box box(String text) {
        double[] numbers = numbers(text, 4, "bbox", "minLatitude,minLongitude,maxLatitude,maxLongitude");
        if (numbers[0] > numbers[2] || numbers[1] > numbers[3]) {
            throw Refusal.Invalid.field("bbox", "invalid-value", "The first corner is the south-western one.")
                    .refused();
        }
        return new Box(point(numbers[0], numbers[1], "bbox"), point(numbers[2], numbers[3], "bbox"));
    }

    private static GeoPoint point(double latitude, double longitude, String parameter) {
        try {
            return new GeoPoint(latitude, longitude);
        } catch (IllegalArgumentException outOfBounds) {
            throw Refusal.Invalid.field(parameter, "invalid-value", outOfBounds.getMessage())
                    .refused();
        }
    }

    private static double[] numbers(String text, int count, String parameter, String expected) {
        String[] parts = text.split(",", -1);
        if (parts.length != count || !text.matches(NUMBERS)) {
            throw Refusal.Invalid.field(parameter, "invalid-format", expected + " is expected, in degrees.")
                    .refused();
        }
        return Arrays.stream(parts).mapToDouble(Double::parseDouble).toArray();
    }
}
