package dev.fieldservice.platform.imports;

/** What became of a row. In a dry run: what would become of it. */
public enum RowOutcome {
    CREATED,
    CHANGED,
    /** What is there is as the row says. */
    UNCHANGED,
    REJECTED
}
