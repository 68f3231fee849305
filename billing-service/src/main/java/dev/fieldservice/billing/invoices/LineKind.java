package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.accounting.Purpose;
import dev.fieldservice.billing.pricing.ChargeKind;
import dev.fieldservice.billing.pricing.WorkKind;

public enum LineKind {
    PART(ChargeKind.PART),
    LABOUR(ChargeKind.LABOUR),
    TRAVEL(ChargeKind.TRAVEL),
    /** What somebody drove. */
    KILOMETRES(ChargeKind.KILOMETRES),
    /** Up to the minimum of a visit, or to the quarter of an hour that was started. */
    ADDED_TIME(ChargeKind.LABOUR),
    /** To a site of a zone, once for each visit. */
    TRAVEL_ZONE(ChargeKind.TRAVEL_ZONE),
    /** Once for each visit. */
    CALL_OUT(ChargeKind.CALL_OUT),
    /** Of a kind of work as a whole. */
    FIXED_PRICE(ChargeKind.FIXED_PRICE),
    /** Neither used nor worked: a fee, or a reduction of a price. */
    OTHER(null);

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

    /** Whether it is charged for a visit, whatever was worked in it. */
    boolean isOfVisit() {
        return this == ADDED_TIME || isOfAllVisit();
    }

    /** Whether it is charged once for a visit, whoever was there. */
    boolean isOfAllVisit() {
        return this == CALL_OUT || this == TRAVEL_ZONE;
    }

    /** As what it is priced; null for what has no price but one that a person gives. */
    ChargeKind charge() {
        return charge;
    }

    /** As what its revenue is booked. */
    public Purpose purpose() {
        return switch (this) {
            case PART -> Purpose.PARTS;
            case LABOUR, ADDED_TIME, FIXED_PRICE -> Purpose.LABOUR;
            case TRAVEL, KILOMETRES, TRAVEL_ZONE, CALL_OUT -> Purpose.TRAVEL;
            case OTHER -> Purpose.OTHER_REVENUE;
        };
    }

    /** As what it is taxed; null for what is no work. */
    WorkKind work() {
        return charge == null ? null : charge.work();
    }
}
