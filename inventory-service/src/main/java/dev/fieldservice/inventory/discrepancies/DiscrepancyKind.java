package dev.fieldservice.inventory.discrepancies;

/** The kinds of discrepancies: what does not add up. */
public enum DiscrepancyKind {
    /** More was used than was known to be there. */
    NEGATIVE_STOCK,
    /** What was used is not in the catalogue. */
    UNKNOWN_PART,
    /** Where it came from is not a place of ours. */
    UNKNOWN_LOCATION,
    /** It was used in another unit than it is counted in, so the level cannot be trusted. */
    OTHER_UNIT,
    /** A piece was used, or its receipt was taken back, that was not known to be in stock there; or it was counted at another place. */
    SERIAL_NOT_IN_STOCK,
    /** A piece came out of a machine that was known to lie in stock. */
    SERIAL_IN_STOCK,
    /** Of a part with serial numbers more or fewer pieces were used than numbers were told. */
    SERIAL_MISSING,
    /** More or less arrived than was sent to the place. Each transfer has its own. */
    TRANSFER_DIFFERENCE,
    /** It was used out of a container that is not known, or not for this part, or not in stock. */
    UNKNOWN_CONTAINER,
    /** It was used out of a container that was known to be elsewhere. */
    CONTAINER_ELSEWHERE,
    /** More was used out of a container than was known to be in it. */
    CONTAINER_OVERDRAWN,
    /** A container weighed more or less than was known to be in it. */
    CONTAINER_DIFFERENCE,
    /** Containers hold more than the ledger has there: something was used of them without naming one. */
    MORE_IN_CONTAINERS
}
