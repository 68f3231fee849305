package dev.fieldservice.inventory.discrepancies;

/** What does not add up. */
public enum DiscrepancyKind {
    /** More was used than was known to be there. */
    NEGATIVE_STOCK,
    /** What was used is not in the catalogue. */
    UNKNOWN_PART,
    /** Where it came from is not a place of ours. */
    UNKNOWN_LOCATION,
    /** It was used in another unit than it is counted in, so the level cannot be trusted. */
    OTHER_UNIT
}
