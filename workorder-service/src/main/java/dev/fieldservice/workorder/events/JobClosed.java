package dev.fieldservice.workorder.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.AssetRef;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.contracts.LocationRef;
import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.workorder.visits.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * All that finance needs of a closed job; what is not in here is not billed.
 *
 * @param returnNumber how often finance had sent it back; null for never
 * @param workTypeId null for a job of no kind in particular
 * @param closedByRule true where nobody needed to examine it: {@code closedBy} is the rule then; null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobClosed(
        UUID orderId,
        String orderNumber,
        UUID ticketId,
        String ticketNumber,
        long ticketVersion,
        int closureNumber,
        Integer returnNumber,
        Outcome outcome,
        CustomerRef customer,
        LocationRef location,
        AssetRef asset,
        UUID workTypeId,
        List<Labour> labour,
        List<Usage> usages,
        List<UUID> reversedUsageIds,
        Approver approver,
        String billingNotes,
        Signed signature,
        CalledOff calledOff,
        Person closedBy,
        Boolean closedByRule,
        Instant closedAt)
        implements WorkOrderEvent {

    /**
     * @param kind LABOUR or TRAVEL
     * @param visitId in which it was spent; null if that was not kept
     * @param kilometres decimal, of TRAVEL; null if the driver did not say it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Labour(
            UUID entryId,
            UUID technicianId,
            String technicianName,
            String kind,
            Instant startedAt,
            Instant endedAt,
            UUID visitId,
            String kilometres) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Usage(
            UUID usageId,
            UUID partId,
            String partNumber,
            String partName,
            Quantity quantity,
            String installedSerial,
            String removedSerial,
            Instant occurredAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Approver(String name, String role, String email) {}

    /**
     * The hash of what was signed, only where somebody signed.
     *
     * @param outdated null if what was signed is what was done
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Signed(String outcome, String contentHash, String signerName, Boolean outdated) {}

    /** When nobody wanted the job any more, and why. */
    public record CalledOff(Instant at, String reason) {}

    public record Person(UUID id, String name) {}
}
