package dev.fieldservice.billing.pricing;

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
public class LabourRate extends Priced implements Concerning {

    @Enumerated(EnumType.STRING)
    WorkKind kind;

    BigDecimal hourlyRate;
    String currency;

    /** Null if it is everybody's. */
    UUID customerId;

    /** Null if it is of no contract. */
    UUID contractId;

    /** Null if it is of no kind of work in particular. */
    UUID workTypeId;

    LocalDate validFrom;

    /** Null until the next. */
    LocalDate validThrough;

    protected LabourRate() {}

    static LabourRate set(LabourRateDetails details, String currency, By by) {
        Validity.requireDays(details.validFrom(), details.validThrough());
        Scope.require(details.customerId(), details.contractId());
        Validity.requireCurrency("/hourlyRate", details.hourlyRate(), currency);
        LabourRate rate = new LabourRate();
        rate.id = Ids.next();
        rate.kind = details.kind();
        rate.hourlyRate = details.hourlyRate().amount();
        rate.currency = currency;
        rate.customerId = details.customerId();
        rate.contractId = details.contractId();
        rate.workTypeId = details.workTypeId();
        rate.validFrom = details.validFrom();
        rate.validThrough = details.validThrough();
        rate.note("RATE_SET", by, by.at(), rate.kind + " " + rate.hourlyRate + " from " + rate.validFrom);
        return rate;
    }

    /** It was wrong: this is right, from its day on. */
    void correct(LabourRateCorrection correction, By by) {
        Validity.requireCurrency("/hourlyRate", correction.hourlyRate(), currency);
        keep(correction.hourlyRate().amount(), "/hourlyRate/amount", correction.reason(), by);
        hourlyRate = correction.hourlyRate().amount();
    }

    /** As it stands in the list. */
    Listed listed() {
        return new Listed(id, customerId, contractId, workTypeId, validFrom, validThrough, hourlyRate);
    }

    @Override
    BigDecimal value() {
        return hourlyRate;
    }

    @Override
    public PricesChanged concerns() {
        return new PricesChanged(null, kind, customerId, validFrom, null);
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
