package dev.fieldservice.inventory.stock;

/** Why stock came or went. */
public enum MovementKind {
    RECEIPT,
    CONSUMPTION,
    /** A usage was taken back. */
    REVERSAL,
    /** A receipt was taken back. */
    RECEIPT_REVERSAL,
    /** It left for another place; its counter-entry is the one in transit. */
    TRANSFER_OUT,
    /** It came from another place. */
    TRANSFER_IN,
    /** It was sent and has not arrived. */
    TRANSFER_LOSS,
    /** More arrived than was sent. */
    TRANSFER_SURPLUS,
    /** More or less was counted than the ledger had, or what the count had seen was told after it. */
    COUNT_ADJUSTMENT,
    /** It went into a container, or out of one, at its place; its counter-entry is what was outside. */
    DECANTING,
    /** It came out of a customer's machine into a container. */
    RECOVERY,
    /** A container weighs more or less than the ledger has in it. */
    WEIGHING_ADJUSTMENT,
    /** Some of a receipt went back to the supplier, or came back as the supplier did not take it. */
    SUPPLIER_RETURN
}
