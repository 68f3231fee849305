package dev.fieldservice.billing.pricing;

import java.time.LocalDate;
import java.util.UUID;

/**
 * For whom work was done, where, on what, and of which kind it was, as far as prices ask.
 *
 * @param contractId null if there is none
 * @param assetId null if it is not known
 * @param workTypeId null if it was of no kind in particular
 * @param site where; null in what was reported before it was kept
 * @param doneOn the last day of the work, whose fixed price counts
 */
public record Deal(UUID customerId, UUID contractId, UUID assetId, UUID workTypeId, Place site, LocalDate doneOn) {

    /** The same, with another customer. */
    public Deal with(UUID customer) {
        return new Deal(customer, contractId, assetId, workTypeId, site, doneOn);
    }

    /** Whether what names this customer and this contract, or nobody (null), holds for it. */
    boolean isOf(UUID customer, UUID contract) {
        return (customer == null || customer.equals(customerId)) && (contract == null || contract.equals(contractId));
    }
}
