package dev.fieldservice.billing.invoices;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.pricing.PriceReason;
import dev.fieldservice.billing.pricing.TaxReason;

/**
 * Why a line is there, costs what it costs and is taxed as it is.
 *
 * @param origin null for lines of before it was kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Provenance(LineOrigin origin, PriceReason price, TaxReason tax) {}
