package dev.fieldservice.billing.pricing;

/** Time that is billed by the hour. */
public enum WorkKind {
    LABOUR,
    TRAVEL
}
