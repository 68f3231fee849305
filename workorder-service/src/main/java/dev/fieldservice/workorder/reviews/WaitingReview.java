package dev.fieldservice.workorder.reviews;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.platform.security.Caller;
import dev.fieldservice.workorder.visits.Assignment;
import dev.fieldservice.workorder.visits.Outcome;
import dev.fieldservice.workorder.workorders.Examination;
import dev.fieldservice.workorder.workorders.JobReturn;
import dev.fieldservice.workorder.workorders.WorkOrder;
import dev.fieldservice.workorder.workorders.WorkOrderFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A completed job that waits to be examined, as it stands in the list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WaitingReview")
public record WaitingReview(
        UUID workOrderId,
        String number,
        UUID ticketId,
        String serviceType,
        String priority,
        String summary,
        @Schema(description = "Registered name") String customer,
        @Schema(description = "Name of the site") String site,
        List<Assignment.Technician> technicians,
        Outcome outcome,
        boolean followUpRequired,

        @Schema(nullable = true, description = "What finance found fault with, which has sent it back")
        JobReturn returned,

        Instant awaitedSince,
        @Schema(description = "How long it has waited") long waitedMinutes,

        @Schema(nullable = true, description = "Who is to examine it; any supervisor if absent")
        Examination examination,

        @Schema(description = "It is the caller's to examine")
        boolean mine) {

    static WaitingReview of(WorkOrder order, Caller caller, Instant now) {
        WorkOrderFacts o = order.facts();
        Instant since = since(order);
        return new WaitingReview(
                o.id(),
                o.number(),
                o.ticketId(),
                o.jobCard().serviceType(),
                o.jobCard().priority(),
                o.jobCard().summary(),
                o.jobCard().customer().name(),
                o.jobCard().location().name(),
                o.assignment().technicians(),
                o.outcome(),
                o.followUpRequired(),
                o.returned(),
                since,
                Math.max(0, Duration.between(since, now).toMinutes()),
                o.review().examination(),
                WaitingReviews.isTheirs(order, caller));
    }

    /** Of what waited before that was kept, the last change; as the database has it. */
    static Instant since(WorkOrder order) {
        WorkOrderFacts facts = order.facts();
        return Optional.ofNullable(facts.review().awaitedSince()).orElse(facts.changedAt());
    }
}
