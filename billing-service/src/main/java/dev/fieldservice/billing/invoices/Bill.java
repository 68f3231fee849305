package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.pricing.Coverage;
import dev.fieldservice.contracts.CustomerRef;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * What is to be billed for one job, without prices.
 *
 * @param performedOn the day the job was closed
 * @param siteCountry where the machine stands; null if it was not said
 * @param notes what the technician wants finance to know; null if nothing
 * @param coverage null as long as nothing was decided of it
 * @param calledOff null if the job was wanted to its end
 */
public record Bill(
        UUID orderId,
        String orderNumber,
        UUID ticketId,
        String ticketNumber,
        CustomerRef buyer,
        LocalDate performedOn,
        String siteCountry,
        String notes,
        CalledOff calledOff,
        Work work,
        Coverage coverage) {

    /** The same, of a job that is closed again, without what was decided about before. */
    public Bill besides(Set<UUID> decided) {
        return new Bill(
                orderId,
                orderNumber,
                ticketId,
                ticketNumber,
                buyer,
                performedOn,
                siteCountry,
                notes,
                calledOff,
                work.besides(decided),
                coverage);
    }

    public boolean isEmpty() {
        return work.isEmpty();
    }
}
