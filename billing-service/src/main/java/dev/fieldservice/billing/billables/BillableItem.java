package dev.fieldservice.billing.billables;

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

    static BillableItem of(PartsConsumed event) {
        BillableItem item = new BillableItem();
        item.usageId = event.subject();
        item.billingCaseId = event.orderId();
        item.partId = event.partId();
        item.amount = event.quantity().amount();
        item.unit = event.quantity().unit();
        item.occurredAt = event.occurredAt();
        return item;
    }

    void hear(PartsConsumed event) {
        reversed |= event.isReversal();
    }

    boolean isOf(UUID usage) {
        return usageId.equals(usage);
    }

    Quantity quantity() {
        return new Quantity(amount, unit);
    }
}
