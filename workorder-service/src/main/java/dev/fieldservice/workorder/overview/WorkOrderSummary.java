package dev.fieldservice.workorder.overview;

import dev.fieldservice.workorder.visits.Assignment;
import dev.fieldservice.workorder.visits.VisitLifecycle;
import dev.fieldservice.workorder.workorders.Review;
import dev.fieldservice.workorder.workorders.WorkOrderFacts;
import dev.fieldservice.workorder.workorders.WorkOrderLifecycle;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A work order as it stands in a list. */
@Schema(name = "WorkOrderSummary")
public record WorkOrderSummary(
        UUID id,
        String number,
        UUID ticketId,
        WorkOrderLifecycle.State state,
        VisitLifecycle.State visitState,
        Review.State review,
        String serviceType,
        String priority,
        String summary,
        @Schema(description = "Registered name") String customer,
        @Schema(description = "Name of the site") String site,
        Assignment.Window window,
        List<Assignment.Technician> technicians,
        Instant resolveBy,
        boolean followUpRequired,

        @Schema(description = "The job is not wanted any more: nothing new is begun, and what has begun may be stopped")
        boolean calledOff,

        Instant changedAt) {

    static WorkOrderSummary of(WorkOrderFacts o) {
        return new WorkOrderSummary(
                o.id(),
                o.number(),
                o.ticketId(),
                o.state(),
                o.visitState(),
                o.review().state(),
                o.jobCard().serviceType(),
                o.jobCard().priority(),
                o.jobCard().summary(),
                o.jobCard().customer().name(),
                o.jobCard().location().name(),
                o.assignment().window(),
                o.assignment().technicians(),
                o.jobCard().resolveBy(),
                o.followUpRequired(),
                o.calledOff() != null,
                o.changedAt());
    }
}
