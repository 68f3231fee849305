package dev.fieldservice.billing.costs;

import dev.fieldservice.contracts.UnitPrice;
import java.time.Instant;
import java.util.UUID;

/** What this service needs of {@code part-usage-costed}. */
public record PartUsageCosted(UUID usageId, UUID orderId, UUID partId, UnitPrice unitCost, Instant costedAt) {}
