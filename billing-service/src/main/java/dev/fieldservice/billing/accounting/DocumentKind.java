package dev.fieldservice.billing.accounting;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is booked. */
@Schema(name = "JournalDocumentKind")
public enum DocumentKind {
    INVOICE,
    CREDIT_NOTE,
    PAYMENT,
    /** What was paid before is allocated to an invoice, or is not any more. */
    ALLOCATION
}
