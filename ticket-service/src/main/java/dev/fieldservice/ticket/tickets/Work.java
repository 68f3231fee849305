package dev.fieldservice.ticket.tickets;

/** What a ticket's state means for those who plan, do and bill the work. */
public enum Work {
    /** To be qualified first: nothing is planned. */
    NOT_YET,
    WANTED,
    /** The customer is waited for: nothing new is planned or begun. */
    ON_HOLD,
    /** Cancelled or rejected: nothing new is begun, and what has begun is to be stopped. */
    CALLED_OFF
}
