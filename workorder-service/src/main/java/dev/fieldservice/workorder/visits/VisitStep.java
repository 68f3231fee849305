package dev.fieldservice.workorder.visits;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A step as it was taken, kept so that people need not write down by hand how long each thing took.
 *
 * @param pause why work rests; null for other steps
 * @param who took part in the visit by then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VisitStep(VisitLifecycle.Command command, Instant at, PauseKind pause, List<UUID> who) {

    /** Those of one visit, in the order they were taken; a list of its own type, so that it is read back as what it was. */
    record All(List<VisitStep> items) {

        static final All NONE = new All(List.of());

        All with(VisitStep newest) {
            return new All(Stream.concat(items.stream(), Stream.of(newest)).toList());
        }

        /** Whoever joins was there when the newest step was taken, as far as is known. */
        All joinedBy(List<UUID> everybody) {
            return newest().map(last -> before().with(new VisitStep(last.command, last.at, last.pause, everybody)))
                    .orElse(this);
        }

        All pausedFor(PauseKind kind) {
            return newest().map(last -> before().with(new VisitStep(last.command, last.at, kind, last.who)))
                    .orElse(this);
        }

        private Optional<VisitStep> newest() {
            return items.isEmpty() ? Optional.empty() : Optional.of(items.getLast());
        }

        private All before() {
            return new All(items.subList(0, items.size() - 1));
        }
    }
}
