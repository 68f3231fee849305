package dev.fieldservice.ticket.contracts;

/** What a clause covers. */
public enum CoverageKind {
    PART,
    /** Time on site, and the fixed price of a kind of work. */
    LABOUR,
    /** Time on the way, and what is charged for coming. */
    TRAVEL
}
