package dev.fieldservice.inventory.returns;

import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody wants to return, as it is known: some of a receipt, or a piece that came out of a machine.
 *
 * @param receiptId null if it is such a piece
 * @param pieceId null if it is of a receipt
 * @param locationId where the receipt brought it; null if it is such a piece
 * @param deliveryNote null where there was none
 * @param supplierNumber null if the supplier is not known to offer the part
 */
record ReturnedGoods(
        UUID partId,
        String partNumber,
        String partName,
        UUID receiptId,
        UUID pieceId,
        UUID locationId,
        String deliveryNote,
        String supplierNumber,
        BigDecimal quantity,
        String unit,
        BigDecimal unitPrice,
        List<String> serials) {

    static ReturnedGoods of(Tuple row, NewSupplierReturn.Line line, BigDecimal quantity, List<String> serials) {
        return new ReturnedGoods(
                row.get("part_id", UUID.class),
                row.get("part_number", String.class),
                row.get("part_name", String.class),
                line.receiptId(),
                line.pieceId(),
                row.get("location_id", UUID.class),
                row.get("delivery_note", String.class),
                row.get("supplier_number", String.class),
                quantity,
                row.get("unit", String.class),
                Optional.ofNullable(line.unitPrice())
                        .map(price -> price.amount())
                        .orElseGet(() -> row.get("unit_price", BigDecimal.class)),
                serials);
    }
}
