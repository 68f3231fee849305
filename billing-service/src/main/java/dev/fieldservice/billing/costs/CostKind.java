package dev.fieldservice.billing.costs;

import dev.fieldservice.billing.pricing.ChargeKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has a cost rate. */
@Schema(name = "CostKind")
public enum CostKind {
    /** An hour on site. */
    LABOUR(ChargeKind.LABOUR),
    /** An hour on the way. */
    TRAVEL(ChargeKind.TRAVEL),
    /** A kilometre that somebody drove. */
    KILOMETRES(ChargeKind.KILOMETRES);

    private final ChargeKind charge;

    CostKind(ChargeKind charge) {
        this.charge = charge;
    }

    /** As items of cost tell it apart. */
    ChargeKind charge() {
        return charge;
    }

    /** Where in a body its rate stands; the other one is left out. */
    String pointer() {
        return this == KILOMETRES ? "/kilometreCost" : "/hourlyCost";
    }
}
