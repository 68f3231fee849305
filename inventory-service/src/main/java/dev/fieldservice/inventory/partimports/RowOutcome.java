package dev.fieldservice.inventory.partimports;

/** What became of a row. In a dry run: what would become of it. */
public enum RowOutcome {
    CREATED,
    CHANGED,
    /** The part is as the row says. */
    UNCHANGED,
    REJECTED
}
