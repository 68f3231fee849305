package dev.fieldservice.billing.invoices;

import dev.fieldservice.contracts.CustomerRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What is to be billed for one job, without prices.
 *
 * @param performedOn the day whose prices count
 * @param notes what the technician wants finance to know; null if nothing
 */
public record Bill(
        UUID orderId,
        String orderNumber,
        UUID ticketId,
        String ticketNumber,
        CustomerRef buyer,
        LocalDate performedOn,
        String notes,
        List<Item> items) {

    /**
     * @param sourceId the usage or time entry; billed once
     * @param partId null for time
     */
    public record Item(
            LineKind kind, UUID sourceId, UUID partId, String description, BigDecimal quantity, String unit) {}

    List<UUID> parts() {
        return items.stream()
                .map(Item::partId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }
}
