package dev.fieldservice.billing.pricing;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Formula;

/** What one unit of a part costs the customer from a day on, until the next price. */
@Entity
public class PartPrice extends Aggregate {

    UUID partId;
    BigDecimal unitPrice;
    LocalDate validFrom;

    @Formula("(select k.number from known_part k where k.part_id = part_id)")
    String partNumber;

    @Formula("(select k.name from known_part k where k.part_id = part_id)")
    String partName;

    protected PartPrice() {}

    static PartPrice set(PartPriceDetails details, BillingTerms terms, By by) {
        Validity.requireDay(details.validFrom());
        Validity.requireCurrency("/unitPrice", details.unitPrice(), terms);
        PartPrice price = new PartPrice();
        price.id = Ids.next();
        price.partId = details.partId();
        price.unitPrice = details.unitPrice().amount();
        price.validFrom = details.validFrom();
        price.note("PRICE_SET", by, by.at(), price.unitPrice + " from " + price.validFrom);
        return price;
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
