package dev.fieldservice.billing.billables;

import dev.fieldservice.contracts.Quantity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A usage that this service has heard of, from the usage itself or from its reversal, whichever came first. */
@Entity
public class BillableItem {

    @Id
    UUID usageId;

    @ManyToOne(fetch = FetchType.LAZY)
    BillingCase billingCase;

    UUID partId;
    BigDecimal amount;
    String unit;
    Instant occurredAt;
    boolean reversed;

    protected BillableItem() {}

    BillableItem(BillingCase billingCase, PartsConsumed event) {
        this.usageId = event.subject();
        this.billingCase = billingCase;
        this.partId = event.partId();
        this.amount = event.quantity().amount();
        this.unit = event.quantity().unit();
        this.occurredAt = event.occurredAt();
    }

    boolean isOf(UUID usage) {
        return usageId.equals(usage);
    }

    Quantity quantity() {
        return new Quantity(amount, unit);
    }
}
