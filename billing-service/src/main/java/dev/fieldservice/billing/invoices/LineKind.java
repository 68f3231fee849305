package dev.fieldservice.billing.invoices;

public enum LineKind {
    PART,
    LABOUR,
    TRAVEL
}
