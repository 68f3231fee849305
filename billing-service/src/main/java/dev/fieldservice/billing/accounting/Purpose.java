package dev.fieldservice.billing.accounting;

/** What a posting is for; the settings say on which account it is. */
public enum Purpose {
    /** What customers owe. */
    RECEIVABLE,
    PARTS,
    LABOUR,
    TRAVEL,
    /** Revenue that is neither of a part nor of time. */
    OTHER_REVENUE,
    TAX,
    BANK,
    /** Paid, and not known for which invoice. */
    UNALLOCATED;

    boolean isRevenue() {
        return switch (this) {
            case PARTS, LABOUR, TRAVEL, OTHER_REVENUE -> true;
            case RECEIVABLE, TAX, BANK, UNALLOCATED -> false;
        };
    }
}
