package dev.fieldservice.inventory.stock;

/** Why stock came or went. */
public enum MovementKind {
    RECEIPT,
    CONSUMPTION,
    REVERSAL
}
