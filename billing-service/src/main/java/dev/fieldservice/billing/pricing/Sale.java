package dev.fieldservice.billing.pricing;

import java.util.UUID;

/**
 * Who buys from whom and where, as far as tax asks.
 *
 * @param buyerTaxId null if there is none
 * @param sellerCountry ISO code; null as long as it is not known
 * @param siteCountry ISO code of where the machine stands; null if it was not said
 */
public record Sale(UUID customerId, String buyerTaxId, String sellerCountry, String siteCountry) {

    /** The same, sold from there. */
    Sale from(String country) {
        return new Sale(customerId, buyerTaxId, country, siteCountry);
    }
}
