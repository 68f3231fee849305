package dev.fieldservice.workorder.visits;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.platform.problems.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A step as it was taken, kept so that people need not write down by hand how long each thing took.
 *
 * @param pause why work rests; null for other steps
 * @param who had the order then, and whoever joined them before the next step
 * @param gone those of them whom dispatch took off before the next step
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VisitStep(
        VisitLifecycle.Command command,
        Instant at,
        PauseKind pause,
        List<UUID> who,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Gone> gone) {

    /** Somebody is not of the crew any more from then on. */
    record Gone(UUID who, Instant at) {}

    /** Nobody had gone from the steps of the version before. */
    public VisitStep {
        gone = Optional.ofNullable(gone).orElse(List.of());
    }

    VisitStep(VisitLifecycle.Command command, Instant at, List<UUID> who) {
        this(command, at, null, who, List.of());
    }

    /** Until when this was what somebody did. */
    public Instant until(UUID whose, Instant next) {
        return gone.stream()
                .filter(one -> one.who.equals(whose) && one.at.isBefore(next))
                .map(Gone::at)
                .findFirst()
                .orElse(next);
    }

    private VisitStep pausedFor(PauseKind kind) {
        return new VisitStep(command, at, kind, who, gone);
    }

    /** Whoever joins was there when it was taken, as far as is known; whoever is not of the crew any more was until now. */
    private VisitStep goesOnWith(List<UUID> crew, Instant now) {
        List<UUID> everybody = Stream.concat(who.stream(), crew.stream().filter(one -> !who.contains(one)))
                .toList();
        return new VisitStep(
                command,
                at,
                pause,
                everybody,
                everybody.stream()
                        .filter(one -> !crew.contains(one))
                        .map(one -> new Gone(one, until(one, now)))
                        .toList());
    }

    /** Those of one visit, in the order they were taken; a list of its own type, so that it is read back as what it was. */
    record All(List<VisitStep> items) {

        static final All NONE = new All(List.of());

        private static final int MOST = 200;

        /** Refused with 422 when there are so many that nobody can have taken them. */
        void requireRoom() {
            if (items.size() >= MOST) {
                throw new Refusal.RuleViolated(
                                "too-many-steps",
                                "This visit was interrupted too often. Go on with it, or end it, and go on in another.")
                        .refused();
            }
        }

        All with(VisitStep newest) {
            return new All(Stream.concat(items.stream(), Stream.of(newest)).toList());
        }

        All goOnWith(List<UUID> crew, Instant now) {
            return newest().map(last -> before().with(last.goesOnWith(crew, now)))
                    .orElse(this);
        }

        All pausedFor(PauseKind kind) {
            return newest().map(last -> before().with(last.pausedFor(kind))).orElse(this);
        }

        private Optional<VisitStep> newest() {
            return items.isEmpty() ? Optional.empty() : Optional.of(items.getLast());
        }

        private All before() {
            return new All(items.subList(0, items.size() - 1));
        }
    }
}
