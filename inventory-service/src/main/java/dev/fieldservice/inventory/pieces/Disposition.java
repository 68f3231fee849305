package dev.fieldservice.inventory.pieces;

/** What becomes of a piece that came out of a machine. */
public enum Disposition {
    SCRAP,
    RETURN_TO_SUPPLIER,
    REPAIR,
    KEEP_BY_CUSTOMER
}
