package dev.fieldservice.billing.billables;

import dev.fieldservice.billing.invoices.Bill;
import dev.fieldservice.billing.pricing.Coverage;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

/**
 * A job that was closed again after it was decided about.
 *
 * @param coverage null as long as nothing was decided of it
 * @param decided the usages and time entries about which it was
 */
record ClosedAgain(ClosedJob job, Set<UUID> decided, Coverage coverage) {

    /** What is new. */
    Bill bill(ZoneId company, Duration visitGap) {
        return job.bill(company, visitGap, coverage).besides(decided);
    }
}
