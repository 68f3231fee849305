package dev.fieldservice.billing.pricing;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** What an hour of a technician costs the customer from a day on, until the next rate. */
@Entity
public class LabourRate extends Aggregate {

    @Enumerated(EnumType.STRING)
    WorkKind kind;

    BigDecimal hourlyRate;
    LocalDate validFrom;

    protected LabourRate() {}

    static LabourRate set(LabourRateDetails details, BillingTerms terms, By by) {
        Validity.requireDay(details.validFrom());
        Validity.requireCurrency("/hourlyRate", details.hourlyRate(), terms);
        LabourRate rate = new LabourRate();
        rate.id = Ids.next();
        rate.kind = details.kind();
        rate.hourlyRate = details.hourlyRate().amount();
        rate.validFrom = details.validFrom();
        rate.note("RATE_SET", by, by.at(), rate.kind + " " + rate.hourlyRate + " from " + rate.validFrom);
        return rate;
    }

    @Override
    public String kind() {
        return "labour-rate";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
