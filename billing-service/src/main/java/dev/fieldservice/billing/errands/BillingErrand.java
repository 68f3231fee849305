package dev.fieldservice.billing.errands;

import dev.fieldservice.platform.errands.ErrandKind;

/** The kinds of jobs that this service has done later. */
public enum BillingErrand implements ErrandKind {
    /** A price, a rate or a rule was set or put right: finds the invoices that it concerns. */
    FOLLOW_PRICES,
    /** One invoice follows: a draft is priced anew, what is issued is marked. */
    REPRICE_INVOICE,
    /** The XML and the PDF of a document that was issued are made. */
    DOCUMENT_FILES,
    /** A document goes to somebody by mail. */
    DOCUMENT_MAIL,
    /** A cost was set or put right: what closed jobs cost follows. */
    FOLLOW_COSTS,
    /** A job that was closed before costs were kept. */
    COST_JOB,
    /** An invoice that was issued before there was a journal. */
    BOOK_INVOICE,
    /** Drafts reminders of what has become overdue. */
    DRAFT_REMINDERS,
    /** A reminder that was accepted goes out. */
    REMINDER_MAIL,
    /** Who sees to what waits for too long. */
    ASSIGN_STALE
}
