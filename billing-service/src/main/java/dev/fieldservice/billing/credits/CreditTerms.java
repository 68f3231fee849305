package dev.fieldservice.billing.credits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of credit notes. */
@ConfigMapping(prefix = "fieldservice.credit-notes")
public interface CreditTerms {

    /** What their numbers begin with; another than that of invoices. Each series counts for itself, from 1 each year. */
    @WithDefault("CN")
    String series();
}
