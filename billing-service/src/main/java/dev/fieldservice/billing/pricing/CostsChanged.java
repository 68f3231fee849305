package dev.fieldservice.billing.pricing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Which items of closed jobs a change of costs concerns: those of days from {@code from} on that all other fields fit.
 *
 * @param partId null for any
 * @param kind null for any
 * @param after items up to this one have been found already; null at first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CostsChanged(UUID partId, ChargeKind kind, LocalDate from, UUID after) {

    public CostsChanged goingOnAfter(UUID item) {
        return new CostsChanged(partId, kind, from, item);
    }
}
