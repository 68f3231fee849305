package dev.fieldservice.ticket.errands;

import dev.fieldservice.platform.errands.ErrandKind;

/** The kinds of jobs that this service has done later. */
public enum TicketErrand implements ErrandKind {
    TELL_COMPANY,
    CORRECTION,
    /** The company works in other hours than before. */
    CALENDAR_CHANGED,
    /** A ticket is due otherwise by that. */
    DUE_BY_CALENDAR,
    /** A customer was merged into another. */
    MERGER,
    /** A contract's last day is over: it is renewed, or ends. */
    CONTRACT_TERM,
    /** A promised time comes to a mark. */
    PROMISED_TIME,
    /** Somebody of the company is told by mail that it did. */
    ESCALATION,
    /** A maintenance plan has a day to look at. */
    MAINTENANCE_PLAN,
    /** The work that a plan asked for is over. */
    PLANNED_WORK,
    /** A machine's meter was read. */
    METER_READ,
    /** The rows of a list of customers are entered. */
    IMPORT_CUSTOMERS,
    READ_MAILBOX,
    ACKNOWLEDGEMENT,
    /** A contact is told that a request was taken which came otherwise than by mail. */
    REQUEST_TAKEN
}
