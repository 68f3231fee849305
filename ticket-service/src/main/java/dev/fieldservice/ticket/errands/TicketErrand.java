package dev.fieldservice.ticket.errands;

import dev.fieldservice.platform.errands.ErrandKind;

/** The kinds of jobs that this service has done later. */
public enum TicketErrand implements ErrandKind {
    TELL_COMPANY,
    CORRECTION,
    /** A contract's last day is over: it is renewed, or ends. */
    CONTRACT_TERM,
    /** A promised time comes to a mark. */
    PROMISED_TIME,
    READ_MAILBOX,
    ACKNOWLEDGEMENT
}
