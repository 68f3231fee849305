package dev.fieldservice.billing.pricing;

/** How something is taxed: the codes of UNCL 5305 that EN 16931 allows. */
public enum TaxCategory {
    /** Standard rate. */
    S,
    /** Zero rated. */
    Z,
    /** Exempt. */
    E,
    /** Reverse charge. */
    AE,
    /** Supply within the European Union. */
    K,
    /** Export. */
    G,
    /** Outside the scope of the tax. */
    O
}
