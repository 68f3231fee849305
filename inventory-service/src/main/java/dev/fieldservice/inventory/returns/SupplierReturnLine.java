package dev.fieldservice.inventory.returns;

import dev.fieldservice.contracts.Money;
import dev.fieldservice.inventory.papers.OrderPaper;
import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.Formula;

/** So much of a receipt, or a piece that came out of a machine. */
@Entity
public class SupplierReturnLine {

    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    SupplierReturn supplierReturn;

    int position;
    UUID partId;

    /** Of which it is some; null if it is a piece that came out of a machine. */
    UUID receiptId;

    UUID pieceId;

    /** From where it goes; null if it is a piece that came out of a machine. */
    UUID locationId;

    String deliveryNote;

    /** The supplier's own number of the part; null if it is not known to be offered. */
    String supplierNumber;

    BigDecimal quantity;
    String unit;

    /** What is to be credited for a unit, in the supplier's currency. */
    BigDecimal unitPrice;

    String[] serials;

    /** The entry of the ledger by which it went; null until it has, and of what lay in no stock. */
    UUID movementId;

    @Formula("(select p.number from part p where p.id = part_id)")
    String partNumber;

    @Formula("(select p.name from part p where p.id = part_id)")
    String partName;

    @Formula("(select l.name from stock_location l where l.id = location_id)")
    String locationName;

    protected SupplierReturnLine() {}

    SupplierReturnLine(SupplierReturn of, int position, ReturnedGoods goods) {
        this.id = Ids.next();
        this.supplierReturn = of;
        this.position = position;
        this.partId = goods.partId();
        this.receiptId = goods.receiptId();
        this.pieceId = goods.pieceId();
        this.locationId = goods.locationId();
        this.deliveryNote = goods.deliveryNote();
        this.supplierNumber = goods.supplierNumber();
        this.quantity = goods.quantity();
        this.unit = goods.unit();
        this.unitPrice = goods.unitPrice();
        this.serials = goods.serials().toArray(String[]::new);
        this.partNumber = goods.partNumber();
        this.partName = goods.partName();
    }

    /** It lies in stock until it is sent. */
    boolean isOfAReceipt() {
        return receiptId != null;
    }

    List<String> serials() {
        return List.of(serials);
    }

    void left(UUID entry) {
        movementId = entry;
    }

    Money net(String currency) {
        return Money.rounded(quantity.multiply(unitPrice), currency);
    }

    OrderPaper.Line onPaper(String currency) {
        String numbers = String.join(", ", serials);
        String name = Stream.of(partName, numbers.isEmpty() ? null : numbers, deliveryNote)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        return new OrderPaper.Line(
                position,
                supplierNumber,
                Objects.requireNonNullElse(partNumber, ""),
                name,
                quantity,
                unit,
                unitPrice,
                net(currency));
    }
}
