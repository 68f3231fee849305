package dev.fieldservice.ticket.tickets;

/** What kind of service is asked for. */
public enum ServiceType {
    REPAIR,
    MAINTENANCE,
    INSTALLATION,
    INSPECTION
}
