package dev.fieldservice.ticket.tickets;

/** How the request came in. */
public enum Channel {
    PHONE,
    EMAIL,
    PORTAL,
    API,
    /** Nobody called: a maintenance plan wants it. */
    PLAN
}
