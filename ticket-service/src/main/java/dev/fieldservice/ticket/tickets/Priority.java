package dev.fieldservice.ticket.tickets;

/** The urgency of a ticket; decides the due times, see {@link ServiceLevels}. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
