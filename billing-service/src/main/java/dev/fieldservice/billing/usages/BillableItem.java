package dev.fieldservice.billing.usages;

import dev.fieldservice.contracts.Quantity;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A usage that this service has heard of, from the usage itself or from its reversal, whichever came first. Whoever changes
 * one holds the lock of its case.
 */
@Entity
public class BillableItem {

    @Id
    UUID usageId;

    UUID billingCaseId;
    UUID partId;
    BigDecimal amount;
    String unit;
    Instant occurredAt;
    boolean reversed;

    protected BillableItem() {}

    public static BillableItem of(PartsConsumed event) {
        BillableItem item = new BillableItem();
        item.usageId = event.subject();
        item.billingCaseId = event.orderId();
        item.partId = event.partId();
        item.amount = event.quantity().amount();
        item.unit = event.quantity().unit();
        item.occurredAt = event.occurredAt();
        return item;
    }

    public void hear(PartsConsumed event) {
        reversed |= event.isReversal();
    }

    public UUID usageId() {
        return usageId;
    }

    public UUID partId() {
        return partId;
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    /** Taken back. */
    public boolean isReversed() {
        return reversed;
    }

    public Quantity quantity() {
        return new Quantity(amount, unit);
    }
}
