package dev.fieldservice.billing.pricing;

import dev.fieldservice.contracts.codes.TaxIds;
import java.util.Optional;
import java.util.Set;

/**
 * The tax rule for buyers who are identified for VAT in another country of the European Union (directive 2006/112/EC): work
 * is taxed where the buyer is, who owes the tax (articles 44 and 196). Parts that go to a machine in another member state
 * are supplied within the Union (article 138); those that are fitted here share the treatment of the repair that they belong to.
 * What buyers outside the Union and work on buildings need, a person decides: {@link TaxRule}.
 */
final class CrossBorder {

    private static final Set<String> UNION = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    private CrossBorder() {}

    /** Empty where the sale stays within the seller's country. */
    static Optional<Tax> of(Sale sale, boolean isPart) {
        return buyersCountry(sale.buyerTaxId())
                .filter(country -> isUnion(sale.sellerCountry()) && !country.equals(sale.sellerCountry()))
                .map(country -> Tax.of(isPart && leaves(sale) ? TaxCategory.K : TaxCategory.AE));
    }

    private static boolean leaves(Sale sale) {
        return isUnion(sale.siteCountry()) && !sale.siteCountry().equals(sale.sellerCountry());
    }

    private static boolean isUnion(String country) {
        return country != null && UNION.contains(country);
    }

    private static Optional<String> buyersCountry(String taxId) {
        return Optional.ofNullable(taxId)
                .filter(TaxIds::isVatId)
                .flatMap(TaxIds::country)
                .filter(UNION::contains);
    }
}
