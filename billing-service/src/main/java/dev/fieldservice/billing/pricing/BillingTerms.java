package dev.fieldservice.billing.pricing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of billing: what holds for every invoice of this company. */
@ConfigMapping(prefix = "fieldservice.billing")
public interface BillingTerms {

    /** What invoice numbers begin with. Each series counts for itself, from 1 each year. */
    @WithDefault("FS")
    String series();

    /** Days from the invoice date until it is due. */
    @WithDefault("30")
    int paymentDays();

    /** Where a report does not say of which visit time is, another visit begins when nobody was on the job for longer. */
    @WithDefault("PT4H")
    Duration visitGap();

    /** Tax category (UNCL 5305) of all that is sold; S: the usual one, with the rules for buyers, parts and work. */
    @WithDefault("S")
    TaxCategory taxCategory();

    /** Why it is not taxed, as invoices say it: needed with E, whose reason differs from company to company. */
    Optional<String> exemptionReason();

    /** Of all that is sold. */
    default Tax tax() {
        return Tax.of(
                taxCategory(),
                TaxLevel.STANDARD,
                exemptionReason().filter(why -> !taxCategory().isTaxed()).orElse(null));
    }
}
