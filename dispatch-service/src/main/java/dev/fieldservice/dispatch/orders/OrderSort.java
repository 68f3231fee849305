package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.search.Criteria;

/** In what order service orders are listed. */
public enum OrderSort {
    /** Oldest first; the ids of this system sort by the time they were made. */
    CREATED("o.id", "cast(cast(:key as text) as uuid)"),
    /** Those due first come first. */
    RESOLVE_BY("o.resolve_by", "cast(cast(:key as text) as timestamptz)"),
    /** Nearest first. */
    DISTANCE(Criteria.DISTANCE, "cast(cast(:key as text) as double precision)");

    private final String column;
    private final String key;

    OrderSort(String column, String key) {
        this.column = column;
        this.key = key;
    }

    String column() {
        return column;
    }

    /** What comes after the position {@code :key}, {@code :id}. */
    String after() {
        return "(" + column + ", o.id) > (" + key + ", :id)";
    }
}
