package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.pricing.ChargeKind;
import dev.fieldservice.billing.pricing.WorkKind;

public enum LineKind {
    PART(ChargeKind.PART),
    LABOUR(ChargeKind.LABOUR),
    TRAVEL(ChargeKind.TRAVEL),
    /** Up to the minimum of a visit, or to the quarter of an hour that was started. */
    ADDED_TIME(ChargeKind.LABOUR),
    /** Once for each visit. */
    CALL_OUT(ChargeKind.CALL_OUT),
    /** Of a kind of work as a whole. */
    FIXED_PRICE(ChargeKind.FIXED_PRICE);

    private final ChargeKind charge;

    LineKind(ChargeKind charge) {
        this.charge = charge;
    }

    public static LineKind of(WorkKind kind) {
        return switch (kind) {
            case LABOUR -> LABOUR;
            case TRAVEL -> TRAVEL;
        };
    }

    /** As what it is priced. */
    ChargeKind charge() {
        return charge;
    }

    /** As what it is taxed; null for a part. */
    WorkKind work() {
        return charge.work();
    }
}
