package dev.fieldservice.inventory.errands;

import dev.fieldservice.platform.errands.ErrandKind;

/** The kinds of jobs that this service has done later. */
public enum InventoryErrand implements ErrandKind {
    /** The PDF of a purchase order that was placed is made. */
    PURCHASE_ORDER_PAPER,
    /** A purchase order goes to the supplier by mail. */
    PURCHASE_ORDER_MAIL,
    /** The PDF of a return to a supplier that was sent is made. */
    SUPPLIER_RETURN_PAPER,
    /** Stock of a part moved, or an order's plan of it changed: what is reserved follows. */
    ALLOCATE_PART,
    /** Of a plan nothing was told, as a part of it could not be looked for: what is known of it is told. */
    TELL_READINESS,
    /** Some rows of a list of parts are entered. */
    IMPORT_PARTS,
    /** In the evening: drafts of transfers that fill up the vans. */
    PROPOSE_TRANSFERS
}
