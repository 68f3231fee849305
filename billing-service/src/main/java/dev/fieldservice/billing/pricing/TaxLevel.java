package dev.fieldservice.billing.pricing;

/** Which of the rates of a country's tax counts: for EN 16931 both are of category S. */
public enum TaxLevel {
    STANDARD,
    REDUCED
}
