package dev.fieldservice.billing.accounting;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is booked. */
@Schema(name = "JournalDocumentKind")
public enum DocumentKind {
    INVOICE,
    CREDIT_NOTE,
    PAYMENT,
    PAYMENT_TAKEN_BACK,
    /** What was paid before is allocated to an invoice. */
    ALLOCATION,
    ALLOCATION_UNDONE
}
