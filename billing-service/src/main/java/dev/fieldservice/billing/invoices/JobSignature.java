package dev.fieldservice.billing.invoices;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the customer said to the work, as it was when the job was closed. */
@Schema(name = "JobSignature")
public enum JobSignature {
    SIGNED,
    /** Signed, and changed afterwards: the customer has not seen what is billed. */
    OUTDATED,
    REFUSED,
    ABSENT
}
