package dev.fieldservice.billing.pricing;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/**
 * What a price is asked for.
 *
 * @param partId null for all but a part
 * @param covered what was decided of its coverage; null where nothing was
 * @param time when work began, by the site's clock; null for all but time
 */
public record Asked(ChargeKind kind, UUID partId, LocalDate day, LocalTime time, Deal deal, AppliedRule covered) {}
