package dev.fieldservice.workorder.workorders;

import dev.fieldservice.workorder.visits.Accounts;
import dev.fieldservice.workorder.visits.Assignment;
import dev.fieldservice.workorder.visits.LeftOver;
import dev.fieldservice.workorder.visits.Outcome;
import dev.fieldservice.workorder.visits.VisitLifecycle;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is known of a work order, for whoever shows it or tells others of it.
 *
 * @param workTypeId null for a job of no kind in particular
 * @param returned null unless finance has sent it back, to be closed again
 */
public record WorkOrderFacts(
        UUID id,
        String number,
        UUID ticketId,
        String ticketNumber,
        long ticketVersion,
        WorkOrderLifecycle.State state,
        VisitLifecycle.State visitState,
        UUID appointmentId,
        long assignmentVersion,
        Assignment assignment,
        JobCard jobCard,
        List<UUID> territoryIds,
        UUID workTypeId,
        Outcome outcome,
        boolean followUpRequired,
        LeftOver leftOver,
        String remark,
        Accounts accounts,
        Approver approver,
        String billingNotes,
        Review review,
        CalledOff calledOff,
        int photos,
        int closureNumber,
        int returnNumber,
        JobReturn returned,
        Instant changedAt,
        Instant closedAt) {

    static WorkOrderFacts of(WorkOrder o) {
        return new WorkOrderFacts(
                o.id(),
                o.number,
                o.ticketId,
                o.ticketNumber,
                o.ticketVersion,
                o.state,
                o.visitState,
                o.appointmentId,
                o.staffing.assignmentVersion,
                o.staffing.assignment,
                o.jobCard,
                List.of(o.territoryIds),
                o.fulfilment.workTypeId(),
                o.outcome,
                o.followUpRequired,
                o.leftOver,
                o.remark,
                o.accounts(),
                o.approver,
                o.billingNotes,
                o.review,
                o.calledOff,
                o.fulfilment.photos,
                o.closureNumber,
                o.returnNumber,
                o.returned == null ? null : o.returned.what(),
                o.changedAt,
                o.closedAt);
    }
}
