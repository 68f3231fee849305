package dev.fieldservice.billing.backlog;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What something in billing waits for. */
@Schema(name = "BillingBacklogKind")
public enum BacklogKind {
    /** A closed job: what was used and what was reported do not agree, or it was called off. */
    CLOSED_NOT_BILLED,
    /** The draft of an invoice. */
    DRAFTED_NOT_ISSUED,
    /** The same, as long as it is not decided what a contract or a warranty covers. */
    COVERAGE_UNDECIDED,
    /** The draft of a credit note. */
    CREDIT_NOT_ISSUED
}
