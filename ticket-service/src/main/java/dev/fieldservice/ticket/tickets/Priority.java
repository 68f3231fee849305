package dev.fieldservice.ticket.tickets;

/** How much it hurts; decides the due times, see {@link ServiceLevels}. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
