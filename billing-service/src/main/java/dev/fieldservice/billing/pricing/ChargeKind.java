package dev.fieldservice.billing.pricing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is charged, as price rules tell it apart. */
@Schema(name = "ChargeKind")
public enum ChargeKind {
    PART(null),
    /** Time on site, and what is added to it by a minimum or a started quarter. */
    LABOUR(WorkKind.LABOUR),
    TRAVEL(WorkKind.TRAVEL),
    KILOMETRES(WorkKind.TRAVEL),
    /** At a flat price for each visit. */
    TRAVEL_ZONE(WorkKind.TRAVEL),
    CALL_OUT(WorkKind.TRAVEL),
    FIXED_PRICE(WorkKind.LABOUR);

    private final WorkKind work;

    ChargeKind(WorkKind work) {
        this.work = work;
    }

    /** As what it is taxed; null for a part. */
    public WorkKind work() {
        return work;
    }

    boolean isTime() {
        return this == LABOUR || this == TRAVEL;
    }
}
