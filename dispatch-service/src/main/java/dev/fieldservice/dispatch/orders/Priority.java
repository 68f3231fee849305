package dev.fieldservice.dispatch.orders;

/** How much it hurts, as the ticket says. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
