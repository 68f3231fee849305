package dev.fieldservice.billing.receivables;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a document is paid, or otherwise set off. */
@Schema(name = "ReceivableState")
public enum ReceivableState {
    /** Something is open of it. */
    OPEN,
    /** The same, of an invoice whose day is over. */
    OVERDUE,
    SETTLED
}
