package dev.fieldservice.inventory.stock;

import dev.fieldservice.contracts.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * What this service needs of {@code parts-consumed}.
 *
 * @param installedSerial null if it has none, and so is the removed one
 * @param removedPartId the part of the piece that came out; null if it is the part that was used
 * @param containerNumber of the container out of which it came; null if none was named
 * @param reversalOf the usage that this one takes back; null if it is none
 */
public record PartsConsumed(
        UUID usageId,
        UUID orderId,
        UUID ticketId,
        UUID partId,
        Quantity quantity,
        UUID stockLocationId,
        String installedSerial,
        String removedSerial,
        UUID removedPartId,
        String containerNumber,
        UUID technicianId,
        Instant occurredAt,
        UUID reversalOf) {

    public boolean isReversal() {
        return reversalOf != null;
    }

    /** What it changes of the stock: less than nothing unless it takes a usage back. */
    public BigDecimal change() {
        return isReversal() ? quantity.amount() : quantity.amount().negate();
    }

    boolean hasPieces() {
        return installedSerial != null || removedSerial != null;
    }

    /** The same of pieces that are called otherwise by now. */
    PartsConsumed of(String installed, String removed) {
        return new PartsConsumed(
                usageId,
                orderId,
                ticketId,
                partId,
                quantity,
                stockLocationId,
                installed,
                removed,
                removedPartId,
                containerNumber,
                technicianId,
                occurredAt,
                reversalOf);
    }

    /** Of the piece that came out, if one did. */
    UUID partThatCameOut() {
        return removedPartId == null ? partId : removedPartId;
    }
}
