package dev.fieldservice.billing.invoices;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why there is an invoice. */
@Schema(name = "InvoiceCause")
public enum InvoiceCause {
    /** The job was closed. */
    JOB,
    /** More was reported when the job was closed again. */
    SUPPLEMENT,
    /** Part of another draft. */
    SPLIT,
    /** What was credited is billed anew, by the prices and rules of now. */
    CORRECTION,
    /** A credit note was wrong: what it took back is billed again as it was. */
    CREDIT_REVERSED
}
