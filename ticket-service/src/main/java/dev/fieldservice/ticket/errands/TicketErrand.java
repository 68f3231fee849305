package dev.fieldservice.ticket.errands;

import dev.fieldservice.platform.errands.ErrandKind;

/** The kinds of jobs that this service has done later. */
public enum TicketErrand implements ErrandKind {
    TELL_COMPANY,
    CORRECTION,
    READ_MAILBOX,
    ACKNOWLEDGEMENT
}
