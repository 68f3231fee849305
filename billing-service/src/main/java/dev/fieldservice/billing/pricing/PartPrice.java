package dev.fieldservice.billing.pricing;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Formula;

/** What one unit of a part costs the customer from a day on, until the next price. */
@Entity
public class PartPrice extends Priced implements Concerning {

    UUID partId;
    BigDecimal unitPrice;
    String currency;

    /** Null if it is everybody's. */
    UUID customerId;

    /** Null if it is of no contract. */
    UUID contractId;

    LocalDate validFrom;

    /** Null until the next. */
    LocalDate validThrough;

    @Formula("(select k.number from known_part k where k.part_id = part_id)")
    String partNumber;

    @Formula("(select k.name from known_part k where k.part_id = part_id)")
    String partName;

    protected PartPrice() {}

    static PartPrice set(PartPriceDetails details, String currency, By by) {
        Validity.requireDays(details.validFrom(), details.validThrough());
        Scope.require(details.customerId(), details.contractId());
        Validity.requireCurrency("/unitPrice", details.unitPrice(), currency);
        PartPrice price = new PartPrice();
        price.id = Ids.next();
        price.partId = details.partId();
        price.unitPrice = details.unitPrice().amount();
        price.currency = currency;
        price.customerId = details.customerId();
        price.contractId = details.contractId();
        price.validFrom = details.validFrom();
        price.validThrough = details.validThrough();
        price.note("PRICE_SET", by, by.at(), price.unitPrice + " from " + price.validFrom);
        return price;
    }

    /** It was wrong: this is right, from its day on. */
    void correct(PartPriceCorrection correction, By by) {
        Validity.requireCurrency("/unitPrice", correction.unitPrice(), currency);
        keep(correction.unitPrice().amount(), "/unitPrice/amount", correction.reason(), by);
        unitPrice = correction.unitPrice().amount();
    }

    /** As it stands in the list. */
    Listed listed() {
        return new Listed(id, customerId, contractId, null, validFrom, validThrough, unitPrice);
    }

    @Override
    BigDecimal value() {
        return unitPrice;
    }

    @Override
    public PricesChanged concerns() {
        return new PricesChanged(partId, null, customerId, validFrom, null);
    }

    @Override
    public String kind() {
        return "part-price";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
