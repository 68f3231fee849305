package dev.fieldservice.billing.pricing;

/** What lines of invoices are built on. */
interface Concerning {

    /** Which lines. */
    PricesChanged concerns();
}
