package dev.fieldservice.workorder.visits;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.platform.problems.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A step as it was taken, kept so that people need not write down by hand how long each thing took.
 *
 * @param pause why work rests; null for other steps
 * @param who had the order then, and whoever joined them before the next step
 * @param gone those of them whom dispatch took off before the next step, in the order of the times
 * @param came those whom dispatch sent there, for the first time or again, before the next step; likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VisitStep(
        VisitLifecycle.Command command,
        Instant at,
        PauseKind pause,
        List<UUID> who,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Change> gone,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Change> came) {

    /** Of the crew by one, from then on. */
    record Change(UUID who, Instant at) {}

    /** One of the crew was there all the while. */
    public record Presence(UUID who, Instant from, Instant to) {}

    /** Nobody had gone from the steps of the versions before, nor come to them. */
    public VisitStep {
        gone = Optional.ofNullable(gone).orElse(List.of());
        came = Optional.ofNullable(came).orElse(List.of());
    }

    VisitStep(VisitLifecycle.Command command, Instant at, List<UUID> who) {
        this(command, at, null, who, List.of(), List.of());
    }

    /** When each of them was there until the next step was taken. */
    public Stream<Presence> presences(Instant next) {
        return who.stream().flatMap(whose -> presences(whose, next));
    }

    private Stream<Presence> presences(UUID whose, Instant next) {
        List<Instant> begins = begins(whose);
        List<Instant> ends = times(gone, whose);
        return IntStream.range(0, begins.size())
                .mapToObj(i -> new Presence(
                        whose, begins.get(i), i < ends.size() && ends.get(i).isBefore(next) ? ends.get(i) : next))
                .filter(each -> each.from().isBefore(each.to()));
    }

    /** Whoever came before they ever went was not there at first. */
    private List<Instant> begins(UUID whose) {
        List<Instant> comings = times(came, whose);
        List<Instant> goings = times(gone, whose);
        boolean wasThereAtFirst =
                comings.isEmpty() || !goings.isEmpty() && goings.getFirst().isBefore(comings.getFirst());
        return wasThereAtFirst ? Stream.concat(Stream.of(at), comings.stream()).toList() : comings;
    }

    private boolean isThere(UUID whose) {
        return who.contains(whose) && begins(whose).size() > times(gone, whose).size();
    }

    private boolean isThere(UUID whose, Instant when) {
        return presences(whose, Instant.MAX)
                .anyMatch(each -> !each.from().isAfter(when) && each.to().isAfter(when));
    }

    private VisitStep pausedFor(PauseKind kind) {
        return new VisitStep(command, at, kind, who, gone, came);
    }

    /** Whoever joins was not there before, and whoever is not of the crew any more was until now. */
    private VisitStep goesOnWith(List<UUID> crew, Instant now) {
        VisitStep changed = this;
        for (UUID one : crew) {
            changed = isThere(one) ? changed : changed.joinedBy(one, now);
        }
        for (UUID one : who) {
            changed = !crew.contains(one) && isThere(one) ? changed.leftBy(one, now) : changed;
        }
        return changed;
    }

    /** Whoever is sent there again in the moment in which they were taken off, or before, never was off. */
    private VisitStep joinedBy(UUID one, Instant now) {
        List<Instant> goings = times(gone, one);
        if (!goings.isEmpty() && !now.isAfter(goings.getLast())) {
            return new VisitStep(command, at, pause, who, without(gone, one, goings.getLast()), came);
        }
        List<UUID> everybody = who.contains(one)
                ? who
                : Stream.concat(who.stream(), Stream.of(one)).toList();
        return new VisitStep(command, at, pause, everybody, gone, now.isAfter(at) ? with(came, one, now) : came);
    }

    /** Whoever is taken off in the moment in which they were sent there, or before, never was there. */
    private VisitStep leftBy(UUID one, Instant now) {
        Instant begin = begins(one).getLast();
        if (now.isAfter(begin)) {
            return new VisitStep(command, at, pause, who, with(gone, one, now), came);
        }
        boolean wasThere = begins(one).size() > 1;
        List<UUID> everybody =
                who.stream().filter(each -> wasThere || !each.equals(one)).toList();
        return new VisitStep(command, at, pause, everybody, gone, without(came, one, begin));
    }

    /** The crew may have changed after this was done, and before it was told. */
    private VisitStep following(VisitStep before) {
        List<Change> went = before.gone.stream().filter(this::isBefore).toList();
        List<Change> joined = before.came.stream().filter(this::isBefore).toList();
        Stream<UUID> others = before.who.stream()
                .filter(one -> !who.contains(one))
                .filter(one -> !times(went, one).isEmpty())
                .filter(one -> before.isThere(one, at) || !times(joined, one).isEmpty());
        return new VisitStep(
                command, at, pause, Stream.concat(who.stream(), others).toList(), went, joined);
    }

    private boolean isBefore(Change change) {
        return change.at.isAfter(at);
    }

    private static List<Instant> times(List<Change> changes, UUID whose) {
        return changes.stream()
                .filter(each -> each.who.equals(whose))
                .map(Change::at)
                .toList();
    }

    private static List<Change> with(List<Change> changes, UUID one, Instant now) {
        return Stream.concat(changes.stream(), Stream.of(new Change(one, now))).toList();
    }

    private static List<Change> without(List<Change> changes, UUID one, Instant when) {
        Change undone = new Change(one, when);
        return changes.stream().filter(each -> !each.equals(undone)).toList();
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
            return and(newest().map(newest::following).orElse(newest));
        }

        /** Whoever took further steps before they heard of it took them with the crew of then, each from its begin on. */
        All goOnWith(List<UUID> crew, Instant since) {
            return new All(IntStream.range(0, items.size())
                    .mapToObj(i -> isOver(i, since) ? items.get(i) : goesOnWith(items.get(i), crew, since))
                    .toList());
        }

        private boolean isOver(int step, Instant then) {
            return step + 1 < items.size() && !items.get(step + 1).at.isAfter(then);
        }

        private static VisitStep goesOnWith(VisitStep step, List<UUID> crew, Instant since) {
            return step.goesOnWith(crew, since.isAfter(step.at) ? since : step.at);
        }

        All pausedFor(PauseKind kind) {
            return newest().map(last -> before().and(last.pausedFor(kind))).orElse(this);
        }

        private All and(VisitStep last) {
            return new All(Stream.concat(items.stream(), Stream.of(last)).toList());
        }

        private Optional<VisitStep> newest() {
            return items.isEmpty() ? Optional.empty() : Optional.of(items.getLast());
        }

        private All before() {
            return new All(items.subList(0, items.size() - 1));
        }
    }
}
