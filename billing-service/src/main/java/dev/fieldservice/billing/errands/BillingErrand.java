package dev.fieldservice.billing.errands;

import dev.fieldservice.platform.errands.ErrandKind;

/** The kinds of jobs that this service has done later. */
public enum BillingErrand implements ErrandKind {
    /** A price, a rate or a rule was set or put right: finds the invoices that it concerns. */
    FOLLOW_PRICES,
    /** One invoice follows: a draft is priced anew, what is issued is marked. */
    REPRICE_INVOICE,
    /** Who sees to what waits for too long. */
    ASSIGN_STALE
}
