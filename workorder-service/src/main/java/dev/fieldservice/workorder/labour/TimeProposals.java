package dev.fieldservice.workorder.labour;

import dev.fieldservice.workorder.visits.PauseKind;
import dev.fieldservice.workorder.visits.Visit;
import dev.fieldservice.workorder.visits.VisitStep;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What each of the crew spent their time with, as the steps of the visits tell, but for what is recorded of them already. All of it
 * lies between instants: midnight and the changes of the clock neither add nor take away any.
 *
 * @param recorded of these people while the visits went on
 */
record TimeProposals(List<Visit> visits, List<TimeEntry> recorded) {

    /** Who rests for longer has gone home, and comes again. */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(12);

    private static final Comparator<TimeProposal> OLDEST_FIRST =
            Comparator.comparing(TimeProposal::startedAt).thenComparing(TimeProposal::technicianId);

    static Uni<TimeProposals> of(Mutiny.Session session, List<Visit> visits) {
        List<VisitStep> steps =
                visits.stream().flatMap(visit -> visit.steps().stream()).toList();
        Set<UUID> people = steps.stream().flatMap(step -> step.who().stream()).collect(Collectors.toSet());
        return steps.isEmpty()
                ? Uni.createFrom().item(new TimeProposals(visits, List.of()))
                : TimeEntries.of(
                                session,
                                people,
                                end(steps, Comparator.naturalOrder()),
                                end(steps, Comparator.reverseOrder()))
                        .map(recorded -> new TimeProposals(visits, recorded));
    }

    private static Instant end(List<VisitStep> steps, Comparator<Instant> first) {
        return steps.stream().map(VisitStep::at).min(first).orElseThrow();
    }

    /** Oldest first. */
    List<TimeProposal> all() {
        return visits.stream()
                .flatMap(TimeProposals::spent)
                .flatMap(proposal -> proposal.without(recorded))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    /** By what each step begins, until the next one is taken; what goes on yet has no end to propose. */
    private static Stream<TimeProposal> spent(Visit visit) {
        List<VisitStep> steps = visit.steps();
        return IntStream.range(0, steps.size() - 1)
                .boxed()
                .flatMap(i -> spent(visit, steps.get(i), steps.get(i + 1).at()));
    }

    private static Stream<TimeProposal> spent(Visit visit, VisitStep step, Instant until) {
        return begun(step).stream()
                .filter(kind ->
                        kind.isCharged() || Duration.between(step.at(), until).compareTo(LONGEST_PAUSE) <= 0)
                .flatMap(kind -> step.presences(until).flatMap(there -> proposal(visit, kind, there)));
    }

    private static Stream<TimeProposal> proposal(Visit visit, TimeEntry.Kind kind, VisitStep.Presence there) {
        return visit.participant(there.who()).stream()
                .map(who ->
                        new TimeProposal(visit.appointmentId(), who.id(), who.name(), kind, there.from(), there.to()));
    }

    /** What people do from this step on; whoever is on site and does not work yet waits for something. */
    private static Optional<TimeEntry.Kind> begun(VisitStep step) {
        return switch (step.command()) {
            case TRAVEL -> Optional.of(TimeEntry.Kind.TRAVEL);
            case ARRIVE -> Optional.of(TimeEntry.Kind.WAITING);
            case START, RESUME -> Optional.of(TimeEntry.Kind.LABOUR);
            case PAUSE ->
                Optional.of(step.pause() == PauseKind.WAITING ? TimeEntry.Kind.WAITING : TimeEntry.Kind.BREAK);
            case COMPLETE, COMPLETE_PARTLY, GIVE_UP, HAND_OVER, TURN_BACK, ABORT, STOP -> Optional.empty();
            case ACCEPT, REJECT, SEND_BACK, REASSIGN, CANCEL -> Optional.empty();
        };
    }
}
