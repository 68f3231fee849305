package dev.fieldservice.billing.costs;

import dev.fieldservice.billing.pricing.Cost;
import dev.fieldservice.billing.pricing.CostsChanged;
import dev.fieldservice.platform.aggregates.By;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/**
 * What an hour of work or a driven kilometre costs the company from a day on, until the next rate. A technician's own goes before the
 * general one.
 */
@Entity
public class CostRate extends Cost {

    @Enumerated(EnumType.STRING)
    CostKind kind;

    /** Null for all who have no rate of their own. */
    UUID technicianId;

    protected CostRate() {}

    private CostRate(CostRateDetails details, String currency) {
        super(details.kind().pointer(), details.cost(), details.validFrom(), currency);
        this.kind = details.kind();
        this.technicianId = details.technicianId();
    }

    /** Refused with 422 where it does not say what its kind costs, and nothing else. */
    static CostRate set(CostRateDetails details, String currency, By by) {
        RatePerUnit.require(details.kind(), details.hourlyCost(), details.kilometreCost());
        CostRate rate = new CostRate(details, currency);
        rate.note(
                "COST_SET",
                by,
                by.at(),
                "%s %s from %s".formatted(rate.kind, details.cost().amount(), details.validFrom()));
        return rate;
    }

    void correct(CostRateCorrection correction, By by) {
        RatePerUnit.require(kind, correction.hourlyCost(), correction.kilometreCost());
        putRight(kind.pointer(), correction.cost(), correction.reason(), by);
    }

    /** The hours or the kilometres that it is about. */
    @Override
    public CostsChanged concerns() {
        return new CostsChanged(null, kind.charge(), validFrom(), null);
    }

    @Override
    public String kind() {
        return "cost-rate";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
