package dev.fieldservice.billing.pricing;

/** How something is taxed: the codes of UNCL 5305 that EN 16931 allows. */
public enum TaxCategory {
    /** Standard rate, or a reduced one. */
    S(null, null),
    /** Zero rated. */
    Z(null, null),
    /** Exempt; why differs from case to case. */
    E(null, null),
    /** Reverse charge. */
    AE("Reverse charge", "VATEX-EU-AE"),
    /** Supply within the European Union. */
    K("Intra-Community supply", "VATEX-EU-IC"),
    /** Export. */
    G("Export outside the EU", "VATEX-EU-G"),
    /** Outside the scope of the tax. */
    O("Not subject to VAT", "VATEX-EU-O");

    private final String exemptionReason;
    private final String exemptionCode;

    TaxCategory(String exemptionReason, String exemptionCode) {
        this.exemptionReason = exemptionReason;
        this.exemptionCode = exemptionCode;
    }

    /** By a rate, if only one of zero. */
    public boolean isTaxed() {
        return this == S || this == Z;
    }

    /** The words that EN 16931 wants beside it (BT-120); null where it wants none, or they differ. */
    public String exemptionReason() {
        return exemptionReason;
    }

    /** The code of the VATEX list (BT-121); null where there is none. */
    public String exemptionCode() {
        return exemptionCode;
    }
}
