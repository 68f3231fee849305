package dev.fieldservice.inventory.transfers;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.text.ComparedText;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Formula;

/** One part of a transfer: what was asked for, what left, and what has become of it. */
@Entity
@Table(name = "stock_transfer_line")
public class TransferLine {

    private static final BigDecimal NOTHING = new BigDecimal("0.000");

    @Id
    UUID id;

    UUID transferId;
    int line;
    UUID partId;
    String unit;
    BigDecimal requested;
    BigDecimal picked = NOTHING;

    /** More than was picked where more arrived. */
    BigDecimal received = NOTHING;

    BigDecimal lost = NOTHING;
    String[] pickedSerials = new String[0];
    String[] receivedSerials = new String[0];

    @Formula("(select p.number from part p where p.id = part_id)")
    String partNumber;

    @Formula("(select p.name from part p where p.id = part_id)")
    String partName;

    protected TransferLine() {}

    /** Shown before it is read again. */
    void name(String number, String name) {
        partNumber = number;
        partName = name;
    }

    static TransferLine of(UUID transfer, int line, UUID part, Quantity quantity) {
        TransferLine made = new TransferLine();
        made.id = Ids.next();
        made.transferId = transfer;
        made.line = line;
        made.partId = part;
        made.unit = quantity.unit();
        made.requested = quantity.amount();
        return made;
    }

    void pick(BigDecimal amount, List<String> serials) {
        picked = amount;
        pickedSerials = serials.toArray(String[]::new);
    }

    void receive(BigDecimal amount, List<String> serials) {
        received = received.add(amount);
        List<String> all = new ArrayList<>(List.of(receivedSerials));
        all.addAll(serials);
        receivedSerials = all.toArray(String[]::new);
    }

    /** Nothing more is expected of it. */
    void lose(BigDecimal amount) {
        lost = lost.add(amount);
    }

    /** What has left and neither arrived nor been given up. */
    BigDecimal underWay() {
        return picked.subtract(received).subtract(lost).max(NOTHING);
    }

    /** All that was asked for. */
    Handled.Line requestedQuantity() {
        return new Handled.Line(line, new Quantity(requested, unit), List.of());
    }

    /** All that is under way. */
    Handled.Line quantityUnderWay() {
        return new Handled.Line(line, new Quantity(underWay(), unit), serialsUnderWay());
    }

    /** The serial numbers of what is under way. */
    List<String> serialsUnderWay() {
        List<String> arrived =
                Arrays.stream(receivedSerials).map(ComparedText::key).toList();
        return Arrays.stream(pickedSerials)
                .filter(serial -> !arrived.contains(ComparedText.key(serial)))
                .toList();
    }
}
