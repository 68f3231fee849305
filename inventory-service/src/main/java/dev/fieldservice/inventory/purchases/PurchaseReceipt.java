package dev.fieldservice.inventory.purchases;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which entry of the ledger is what came of which line, at which price. */
@Entity
public class PurchaseReceipt {

    @Id
    UUID receiptId;

    UUID purchaseOrderId;
    UUID lineId;
    BigDecimal quantity;

    /** In the order's currency. */
    BigDecimal unitPrice;

    String deliveryNote;
    Instant receivedAt;
    boolean takenBack;

    protected PurchaseReceipt() {}

    PurchaseReceipt(
            UUID receiptId,
            PurchaseOrderLine line,
            BigDecimal quantity,
            BigDecimal unitPrice,
            String note,
            Instant at) {
        this.receiptId = receiptId;
        this.purchaseOrderId = line.purchaseOrder.id();
        this.lineId = line.id;
        this.quantity = quantity;
        this.unitPrice = unitPrice;
        this.deliveryNote = note;
        this.receivedAt = at;
    }

    /** All of an order, in the order in which they came. */
    public static Uni<List<PurchaseReceipt>> of(Mutiny.Session session, UUID order) {
        return session.createSelectionQuery(
                        "from PurchaseReceipt where purchaseOrderId = :order order by receiptId", PurchaseReceipt.class)
                .setParameter("order", order)
                .getResultList();
    }

    /** Says whether it is of this line and counts. */
    public boolean countsFor(UUID line) {
        return !takenBack && lineId.equals(line);
    }

    /** In the order's currency, not rounded. */
    public BigDecimal value() {
        return quantity.multiply(unitPrice);
    }

    /** In the order's currency. */
    public BigDecimal unitPrice() {
        return unitPrice;
    }
}
