package dev.fieldservice.billing.pricing;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The prices and rates in force on one day; what is missing has not been set. */
public record Prices(
        Map<UUID, BigDecimal> parts, Map<WorkKind, BigDecimal> hourlyRates, Map<TaxCategory, BigDecimal> taxPercents) {

    public Optional<BigDecimal> part(UUID partId) {
        return Optional.ofNullable(parts.get(partId));
    }

    public Optional<BigDecimal> hour(WorkKind kind) {
        return Optional.ofNullable(hourlyRates.get(kind));
    }

    public Optional<BigDecimal> taxPercent(TaxCategory category) {
        return Optional.ofNullable(taxPercents.get(category));
    }
}
