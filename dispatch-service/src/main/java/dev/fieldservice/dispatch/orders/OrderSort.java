package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.search.Criteria;

/** In what order service orders are listed. */
public enum OrderSort {
    /** Oldest first; the ids of this system sort by the time they were made. */
    CREATED("o.id", "cast(cast(:key as text) as uuid)"),
    /** Newest first. */
    NEWEST("o.id", "cast(cast(:key as text) as uuid)", "desc"),
    /** Those due first come first. */
    RESOLVE_BY("o.resolve_by", "cast(cast(:key as text) as timestamptz)"),
    /** Nearest first. */
    DISTANCE(Criteria.DISTANCE, "cast(cast(:key as text) as double precision)");

    private final String column;
    private final String key;
    private final String direction;

    OrderSort(String column, String key) {
        this(column, key, "asc");
    }

    OrderSort(String column, String key, String direction) {
        this.column = column;
        this.key = key;
        this.direction = direction;
    }

    String by() {
        return "%s %s, o.id %s".formatted(column, direction, direction);
    }

    String column() {
        return column;
    }

    /** What comes after the position {@code :key}, {@code :id}. */
    String after() {
        return "(" + column + ", o.id) " + (direction.equals("asc") ? ">" : "<") + " (" + key + ", :id)";
    }
}
