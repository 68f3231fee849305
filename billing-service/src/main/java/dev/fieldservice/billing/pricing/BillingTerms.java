package dev.fieldservice.billing.pricing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What holds for every invoice of this company. */
@ConfigMapping(prefix = "fieldservice.billing")
public interface BillingTerms {

    /** ISO 4217 code of the only currency in which there are prices and invoices. */
    @WithDefault("RON")
    String currency();

    /** What invoice numbers begin with. Each series counts for itself, from 1 each year. */
    @WithDefault("FS")
    String series();

    /** Days from the invoice date until it is due. */
    @WithDefault("30")
    int paymentDays();

    /** Tax category (UNCL 5305) of parts, labour and travel. */
    @WithDefault("S")
    TaxCategory taxCategory();
}
