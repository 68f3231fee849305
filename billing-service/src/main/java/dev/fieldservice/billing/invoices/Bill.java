package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.pricing.PriceBook;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.contracts.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What is to be billed for one job, without prices.
 *
 * @param performedOn the day the job was closed
 * @param siteCountry where the machine stands; null if it was not said
 * @param notes what the technician wants finance to know; null if nothing
 * @param calledOff null if the job was wanted to its end
 */
public record Bill(
        UUID orderId,
        String orderNumber,
        UUID ticketId,
        String ticketNumber,
        CustomerRef buyer,
        LocalDate performedOn,
        String siteCountry,
        String notes,
        CalledOff calledOff,
        List<Item> items) {

    /**
     * @param sourceId the usage or time entry; billed once
     * @param partId null for time
     * @param priceBase the price is for so many of the unit
     * @param performedOn the day whose price and tax rate count
     */
    public record Item(
            LineKind kind,
            UUID sourceId,
            UUID partId,
            String description,
            BigDecimal quantity,
            String unit,
            BigDecimal priceBase,
            LocalDate performedOn) {

        private static final String MINUTE = "MIN";
        private static final BigDecimal MINUTES_PER_HOUR = new BigDecimal(60);

        public static Item part(UUID usage, UUID part, String description, Quantity used, LocalDate on) {
            return new Item(LineKind.PART, usage, part, description, used.amount(), used.unit(), BigDecimal.ONE, on);
        }

        public static Item time(LineKind kind, UUID entry, String description, BigDecimal minutes, LocalDate on) {
            return new Item(kind, entry, null, description, minutes, MINUTE, MINUTES_PER_HOUR, on);
        }
    }

    /** What has to be looked up for its items. */
    PriceBook.Wanted wanted() {
        return PriceBook.Wanted.of(
                buyer.id(),
                items.stream().map(Item::partId).filter(Objects::nonNull),
                items.stream().map(Item::performedOn));
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }
}
