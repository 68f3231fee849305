package dev.fieldservice.inventory.pieces;

/** Where a piece is, as far as is known. */
public enum PieceState {
    IN_STOCK,
    /** In a customer's machine. */
    INSTALLED,
    /** Neither: it came out of a machine, was withdrawn, or was never known to be in stock. */
    OUT
}
