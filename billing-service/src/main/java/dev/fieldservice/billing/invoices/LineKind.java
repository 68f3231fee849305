package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.pricing.WorkKind;

public enum LineKind {
    PART,
    LABOUR,
    TRAVEL,
    /** Neither used nor worked: a fee, or a reduction of a price. */
    OTHER;

    public static LineKind of(WorkKind kind) {
        return switch (kind) {
            case LABOUR -> LABOUR;
            case TRAVEL -> TRAVEL;
        };
    }
}
