package dev.fieldservice.dispatch.orders;

/** The urgency of a job, as the ticket says. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
