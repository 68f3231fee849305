package dev.fieldservice.inventory.events;

/** Whether what the next visit of an order is to take along is there. */
public enum PartsReadiness {
    /** All is reserved in the van of whoever leads the visit. */
    READY,
    /** All is reserved, some of it in a warehouse. */
    TO_PICK,
    /** Some is nowhere. */
    MISSING,
    /** Nothing is planned any more, or the visit is over. */
    NONE
}
