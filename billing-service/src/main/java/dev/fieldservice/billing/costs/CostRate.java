package dev.fieldservice.billing.costs;

import dev.fieldservice.billing.pricing.Cost;
import dev.fieldservice.billing.pricing.PricesChanged;
import dev.fieldservice.billing.pricing.WorkKind;
import dev.fieldservice.platform.aggregates.By;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/** What an hour of work costs the company from a day on, until the next rate. A technician's own goes before the general one. */
@Entity
public class CostRate extends Cost {

    @Enumerated(EnumType.STRING)
    WorkKind kind;

    /** Null for all who have no rate of their own. */
    UUID technicianId;

    protected CostRate() {}

    private CostRate(CostRateDetails details, String currency) {
        super("/hourlyCost", details.hourlyCost(), details.validFrom(), currency);
        this.kind = details.kind();
        this.technicianId = details.technicianId();
    }

    static CostRate set(CostRateDetails details, String currency, By by) {
        CostRate rate = new CostRate(details, currency);
        rate.note(
                "COST_SET",
                by,
                by.at(),
                "%s %s from %s".formatted(rate.kind, details.hourlyCost().amount(), details.validFrom()));
        return rate;
    }

    void correct(CostRateCorrection correction, By by) {
        putRight("/hourlyCost", correction.hourlyCost(), correction.reason(), by);
    }

    /** The hours that it is about. */
    @Override
    public PricesChanged concerns() {
        return new PricesChanged(null, kind, null, validFrom(), null);
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
