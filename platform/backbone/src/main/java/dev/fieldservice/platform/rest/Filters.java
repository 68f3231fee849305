package dev.fieldservice.platform.rest;

import java.util.LinkedHashMap;
import java.util.Map;

/** The filters of a list by field; those that the caller did not give are left out. */
public final class Filters {

    private final Map<String, Object> given = new LinkedHashMap<>();

    private Filters() {}

    public static Filters none() {
        return new Filters();
    }

    public static Filters of(String field, Object value) {
        return none().and(field, value);
    }

    /** @param value null if the caller did not give it */
    public Filters and(String field, Object value) {
        if (value != null) {
            given.put(field, value);
        }
        return this;
    }

    Map<String, Object> given() {
        return given;
    }
}
