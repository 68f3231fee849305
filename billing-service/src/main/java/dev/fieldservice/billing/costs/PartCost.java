package dev.fieldservice.billing.costs;

import dev.fieldservice.billing.pricing.ChargeKind;
import dev.fieldservice.billing.pricing.Cost;
import dev.fieldservice.billing.pricing.CostsChanged;
import dev.fieldservice.platform.aggregates.By;
import jakarta.persistence.Entity;
import java.util.UUID;
import org.hibernate.annotations.Formula;

/** What one unit of a part costs the company from a day on, until the next cost. */
@Entity
public class PartCost extends Cost {

    UUID partId;

    @Formula("(select k.number from known_part k where k.part_id = part_id)")
    String partNumber;

    @Formula("(select k.name from known_part k where k.part_id = part_id)")
    String partName;

    protected PartCost() {}

    private PartCost(PartCostDetails details, String currency) {
        super("/unitCost", details.unitCost(), details.validFrom(), currency);
        this.partId = details.partId();
    }

    static PartCost set(PartCostDetails details, String currency, By by) {
        PartCost cost = new PartCost(details, currency);
        cost.note("COST_SET", by, by.at(), details.unitCost().amount() + " from " + details.validFrom());
        return cost;
    }

    void correct(PartCostCorrection correction, By by) {
        putRight("/unitCost", correction.unitCost(), correction.reason(), by);
    }

    /** The usages that it is about. */
    @Override
    public CostsChanged concerns() {
        return new CostsChanged(partId, ChargeKind.PART, validFrom(), null);
    }

    @Override
    public String kind() {
        return "part-cost";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
