package dev.fieldservice.inventory.purchases;

import dev.fieldservice.contracts.Money;
import dev.fieldservice.inventory.papers.OrderPaper;
import dev.fieldservice.inventory.suppliers.SupplierPart;
import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.util.UUID;
import org.hibernate.annotations.Formula;

/** So much of a part, at a price, and what has become of it. */
@Entity
public class PurchaseOrderLine {

    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    PurchaseOrder purchaseOrder;

    int position;
    UUID partId;

    /** The supplier's own number of the part; null if it is not known to be offered. */
    String supplierNumber;

    BigDecimal quantity;
    String unit;
    BigDecimal unitPrice;
    int leadTimeDays;
    BigDecimal received;
    BigDecimal invoiced;

    @Formula("(select p.number from part p where p.id = part_id)")
    String partNumber;

    @Formula("(select p.name from part p where p.id = part_id)")
    String partName;

    protected PurchaseOrderLine() {}

    PurchaseOrderLine(PurchaseOrder order, int position, WantedPart wanted) {
        this.id = Ids.next();
        this.purchaseOrder = order;
        this.position = position;
        this.partId = wanted.part().id();
        this.partNumber = wanted.part().number();
        this.partName = wanted.part().name();
        this.supplierNumber = wanted.offer().map(SupplierPart::supplierNumber).orElse(null);
        this.quantity = wanted.amount();
        this.unit = wanted.part().unit();
        this.unitPrice = wanted.unitPrice();
        this.leadTimeDays = wanted.offer().map(SupplierPart::leadTimeDays).orElse(0);
        this.received = BigDecimal.ZERO;
        this.invoiced = BigDecimal.ZERO;
    }

    public UUID id() {
        return id;
    }

    /** What has come of it and was not taken back. */
    public BigDecimal received() {
        return received;
    }

    /** What invoices of the supplier that count ask money for. */
    public BigDecimal invoiced() {
        return invoiced;
    }

    /** In the order's currency, as it was ordered. */
    public BigDecimal unitPrice() {
        return unitPrice;
    }

    public String unit() {
        return unit;
    }

    public String partNumber() {
        return partNumber;
    }

    /** An invoice asks for so much more of it; less if it was rejected. */
    public void invoice(BigDecimal amount) {
        invoiced = invoiced.add(amount);
    }

    boolean isComplete() {
        return received.compareTo(quantity) >= 0;
    }

    /** What has not come of it. */
    String toCome() {
        return "%s %s %s".formatted(quantity.subtract(received).toPlainString(), unit, partName);
    }

    boolean isUntouched() {
        return received.signum() == 0;
    }

    OrderPaper.Line onPaper(String currency) {
        return new OrderPaper.Line(
                position, supplierNumber, partNumber, partName, quantity, unit, unitPrice, net(currency));
    }

    Money net(String currency) {
        return Money.rounded(quantity.multiply(unitPrice), currency);
    }
}
