package dev.fieldservice.billing.pricing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Which lines of invoices a change of prices concerns: those of days from {@code from} on that all other fields fit.
 *
 * @param partId null for any
 * @param kind of work; null for any line
 * @param customerId null for any
 * @param after invoices up to this one have been found already; null at first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PricesChanged(UUID partId, WorkKind kind, UUID customerId, LocalDate from, UUID after) {

    static PricesChanged everything(LocalDate from) {
        return new PricesChanged(null, null, null, from, null);
    }

    static PricesChanged allOf(UUID customer) {
        return new PricesChanged(null, null, customer, LocalDate.EPOCH, null);
    }

    public PricesChanged goingOnAfter(UUID invoice) {
        return new PricesChanged(partId, kind, customerId, from, invoice);
    }
}
