package dev.fieldservice.billing.invoices;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person gave a line by hand, and takes back: the rules count again. */
@Schema(name = "InvoiceLineRule")
public enum ByRule {
    /** The price list. */
    PRICE,
    /** The tax rules. */
    TAX
}
