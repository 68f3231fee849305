package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.pricing.WorkKind;

public enum LineKind {
    PART,
    LABOUR,
    TRAVEL;

    public static LineKind of(WorkKind kind) {
        return switch (kind) {
            case LABOUR -> LABOUR;
            case TRAVEL -> TRAVEL;
        };
    }
}
