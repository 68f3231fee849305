package dev.fieldservice.dispatch.orders;

/** Whether what the next visit is to take along is there, as inventory says. */
public enum PartsReadiness {
    /** All of it is in the van. */
    READY,
    /** Some of it is to be fetched from a warehouse. */
    TO_PICK,
    /** Some of it is nowhere. */
    MISSING
}
