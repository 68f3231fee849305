package dev.fieldservice.billing.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A company that taxes all alike says why where it taxes nothing. */
class BillingTermsTest {

    private static final Sale SALE = new Sale(UUID.randomUUID(), "RO12345674", "RO", "RO");

    @Test
    void aCompanyWhoseSalesAreAllExemptSaysWhyOnEachLine() {
        Tax tax = soldBy(terms(TaxCategory.E, "Scutit, art. 310"));

        assertThat(tax.category()).isEqualTo(TaxCategory.E);
        assertThat(tax.exemptionReason()).isEqualTo("Scutit, art. 310");
        assertThat(soldBy(terms(TaxCategory.E, null)).exemptionReason()).isNull();
    }

    @Test
    void whatSaysWhyByItselfCanBeSaidOtherwise() {
        assertThat(soldBy(terms(TaxCategory.O, null)).exemptionReason()).isEqualTo("Not subject to VAT");
        assertThat(soldBy(terms(TaxCategory.O, "Neplătitor de TVA")).exemptionReason())
                .isEqualTo("Neplătitor de TVA");
        assertThat(soldBy(terms(TaxCategory.S, null))).isEqualTo(Tax.STANDARD);
    }

    private static Tax soldBy(BillingTerms terms) {
        PriceRules rules = new PriceRules(List.of(), "RON", Set.of());
        return new Prices("RON", Map.of(), Map.of(), Map.of(), List.of(), rules, terms.tax(), "RO", List.of("ro"))
                .tax(SALE, null, WorkKind.LABOUR, LocalDate.parse("2026-03-02"))
                .tax();
    }

    private static BillingTerms terms(TaxCategory category, String why) {
        return new BillingTerms() {
            @Override
            public String series() {
                return "FS";
            }

            @Override
            public int paymentDays() {
                return 30;
            }

            @Override
            public Duration visitGap() {
                return Duration.ofHours(4);
            }

            @Override
            public TaxCategory taxCategory() {
                return category;
            }

            @Override
            public Optional<String> exemptionReason() {
                return Optional.ofNullable(why);
            }
        };
    }
}
