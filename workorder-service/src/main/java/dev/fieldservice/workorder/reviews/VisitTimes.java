package dev.fieldservice.workorder.reviews;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.workorder.visits.Assignment;
import dev.fieldservice.workorder.visits.Visit;
import dev.fieldservice.workorder.visits.VisitView;
import dev.fieldservice.workorder.workorders.WorkOrderFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a visit was planned, and when it was. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "VisitTimes")
public record VisitTimes(
        VisitView visit,

        @Schema(nullable = true, description = "When it was planned; absent for a visit that never was and is not now")
        Assignment.Window planned,

        @Schema(nullable = true) Long plannedMinutes,

        @Schema(nullable = true, description = "From the start of work to its end, breaks included")
        Long actualMinutes) {

    static VisitTimes of(Visit visit, WorkOrderFacts order) {
        Optional<Assignment.Window> window = plan(visit, order).map(Assignment::window);
        VisitView shown = VisitView.of(visit);
        return new VisitTimes(
                shown,
                window.orElse(null),
                window.map(each -> minutes(each.start(), each.end())).orElse(null),
                shown.start() == null || shown.end() == null
                        ? null
                        : minutes(shown.start().occurredAt(), shown.end().occurredAt()));
    }

    /** What was to be taken along to all of them: dispatch plans what is left once more for each, so the most of a part counts. */
    static List<Assignment.PlannedPart> plannedParts(List<Visit> visits, WorkOrderFacts order) {
        Map<String, Assignment.PlannedPart> most = new LinkedHashMap<>();
        visits.stream()
                .flatMap(visit -> plan(visit, order).stream())
                .flatMap(plan -> plan.plannedParts().stream())
                .forEach(part -> most.merge(
                        part.partId() + part.quantity().unit(),
                        part,
                        (one, other) -> other.quantity()
                                                .amount()
                                                .compareTo(one.quantity().amount())
                                        > 0
                                ? other
                                : one));
        return List.copyOf(most.values());
    }

    private static Optional<Assignment> plan(Visit visit, WorkOrderFacts order) {
        boolean isCurrent = visit.appointmentId().equals(order.appointmentId());
        return Optional.ofNullable(visit.assignment())
                .or(() -> isCurrent ? Optional.of(order.assignment()) : Optional.empty());
    }

    /** Somebody has worked on the machine. */
    boolean hasWork() {
        return visit.start() != null;
    }

    private static long minutes(Instant from, Instant to) {
        return Duration.between(from, to).toMinutes();
    }
}
