package dev.fieldservice.billing.pricing;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Where work was done, as far as prices ask. What was not said is null.
 *
 * @param countryCode ISO 3166-1
 * @param region as the address says it, ISO 3166-2 where the tax office wants it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Place(String countryCode, String region, String postalCode) {}
