package dev.fieldservice.platform.rest;

import java.util.UUID;

/** In what order a list comes; ids sort by the time they were made. */
public enum ListOrder {
    /** Oldest first. */
    CREATED(" id > :after", " order by id", "", new UUID(0, 0)),
    NEWEST(" id < :after", " order by id desc", "-", new UUID(-1, -1));

    final String after;
    final String by;

    /** Tells cursors of one order from those of the other. */
    final String mark;

    final UUID start;

    ListOrder(String after, String by, String mark, UUID start) {
        this.after = after;
        this.by = by;
        this.mark = mark;
        this.start = start;
    }
}
