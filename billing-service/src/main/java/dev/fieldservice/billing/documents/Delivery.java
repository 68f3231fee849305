package dev.fieldservice.billing.documents;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a document that is issued has gone to anybody. */
@Schema(name = "DeliveryOfDocument")
public enum Delivery {
    /** Nobody was sent it. */
    NOT_SENT,
    QUEUED,
    /** The mail server of somebody to whom it was sent has it. */
    SENT,
    /** All that were sent have failed. */
    FAILED
}
