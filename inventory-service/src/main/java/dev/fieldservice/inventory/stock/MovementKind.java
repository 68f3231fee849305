package dev.fieldservice.inventory.stock;

/** Why stock came or went. */
public enum MovementKind {
    RECEIPT,
    CONSUMPTION,
    /** A usage was taken back. */
    REVERSAL,
    /** A receipt was taken back. */
    RECEIPT_REVERSAL
}
