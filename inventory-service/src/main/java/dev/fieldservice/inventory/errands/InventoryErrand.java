package dev.fieldservice.inventory.errands;

import dev.fieldservice.platform.errands.ErrandKind;

/** The kinds of jobs that this service has done later. */
public enum InventoryErrand implements ErrandKind {
    /** A purchase order goes to the supplier by mail. */
    PURCHASE_ORDER_MAIL
}
