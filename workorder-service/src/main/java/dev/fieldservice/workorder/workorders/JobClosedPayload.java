package dev.fieldservice.workorder.workorders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.AssetRef;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.contracts.LocationRef;
import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.workorder.labour.TimeEntry;
import dev.fieldservice.workorder.labour.TimeEntryView;
import dev.fieldservice.workorder.parts.PartUsage;
import dev.fieldservice.workorder.parts.PartUsageView;
import dev.fieldservice.workorder.signatures.Approver;
import dev.fieldservice.workorder.signatures.SignatureView;
import dev.fieldservice.workorder.visits.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** All that finance needs of a closed job; what is not in here is not billed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobClosedPayload(
        UUID orderId,
        String orderNumber,
        UUID ticketId,
        String ticketNumber,
        int closureNumber,
        Outcome outcome,
        CustomerRef customer,
        LocationRef location,
        AssetRef asset,
        List<Labour> labour,
        List<Usage> usages,
        List<UUID> reversedUsageIds,
        Approver approver,
        String billingNotes,
        Signed signature,
        Person closedBy,
        Instant closedAt) {

    record Labour(UUID entryId, UUID technicianId, TimeEntry.Kind kind, Instant startedAt, Instant endedAt) {
        static Labour of(TimeEntryView e) {
            return new Labour(e.id(), e.technicianId(), e.kind(), e.startedAt(), e.endedAt());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Usage(
            UUID usageId,
            UUID partId,
            String partNumber,
            String partName,
            Quantity quantity,
            String installedSerial,
            String removedSerial) {
        static Usage of(PartUsageView u) {
            return new Usage(
                    u.id(),
                    u.partId(),
                    u.partNumber(),
                    u.partName(),
                    u.quantity(),
                    u.installedSerial(),
                    u.removedSerial());
        }
    }

    /** The hash of what was signed, only where somebody signed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Signed(String outcome, String contentHash, String signerName) {
        static Signed of(SignatureView s) {
            return new Signed(s.outcome().name(), s.valid() == null ? null : s.contentHash(), s.signerName());
        }
    }

    record Person(UUID id, String name) {}

    static JobClosedPayload of(WorkOrder o, By by) {
        return new JobClosedPayload(
                o.id(),
                o.number,
                o.ticketId,
                o.ticketNumber,
                o.closureNumber,
                o.outcome,
                o.jobCard.customer(),
                o.jobCard.location(),
                o.jobCard.asset(),
                o.timeEntries.stream().map(TimeEntryView::of).map(Labour::of).toList(),
                o.usages.stream()
                        .filter(PartUsage::counts)
                        .map(PartUsageView::of)
                        .map(Usage::of)
                        .toList(),
                o.usages.stream()
                        .filter(PartUsage::isReversed)
                        .map(PartUsage::id)
                        .toList(),
                o.approver,
                o.billingNotes,
                o.signature()
                        .map(s -> SignatureView.of(s, o.signingContent()))
                        .map(Signed::of)
                        .orElse(null),
                new Person(by.id(), by.caller().name()),
                o.closedAt);
    }
}
