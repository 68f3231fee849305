package dev.fieldservice.ticket.promises;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The two clocks of a request. Response is measured from the request until somebody sets out for it; resolution until all its work
 * is closed, and goes on when it is opened again. Neither runs while the customer is waited for, and both stop when it is called off.
 */
public record Clocks(PromisedClock response, PromisedClock resolution) {

    /** Which of the two. */
    public enum Kind {
        RESPONSE,
        RESOLUTION
    }

    /** A clock came to a mark. @param dueAt when its time is over */
    public record Mark(Kind kind, int percent, Instant at, Instant dueAt) {}

    /** What one of them came to when it stopped, as it counted. @param promised in minutes too */
    public record Taken(int minutes, int promised) {}

    public static Clocks started(Target target, Instant at) {
        return new Clocks(
                PromisedClock.started(target.respond(), target.counted(), at),
                PromisedClock.started(target.resolve(), target.counted(), at));
    }

    public Clocks paused(Instant at) {
        return both(clock -> clock.paused(at));
    }

    public Clocks resumed(Instant at) {
        return both(clock -> clock.resumed(at));
    }

    public Clocks responded(Instant at) {
        return new Clocks(response.stopped(at), resolution);
    }

    public Clocks stopped(Instant at) {
        return both(clock -> clock.stopped(at));
    }

    /** Somebody came; only the solution is awaited anew. */
    public Clocks reopened(Instant at) {
        return new Clocks(response, resolution.reopened(at));
    }

    public Clocks promising(Target target, Times times, Instant now) {
        return new Clocks(
                response.promising(target.respond(), target.counted(), times, now),
                resolution.promising(target.resolve(), target.counted(), times, now));
    }

    private Clocks both(UnaryOperator<PromisedClock> change) {
        return new Clocks(change.apply(response), change.apply(resolution));
    }

    public boolean needCalendar() {
        return response.counted() == Counted.WORKING_HOURS || resolution.counted() == Counted.WORKING_HOURS;
    }

    public Optional<Instant> respondBy(Times times) {
        return response.due(times);
    }

    public Optional<Instant> resolveBy(Times times) {
        return resolution.due(times);
    }

    /** When the first of those that run comes to three quarters of its time. */
    public Optional<Instant> riskAt(Times times) {
        return Stream.of(response.riskAt(times), resolution.riskAt(times))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** When the next mark is reached of which nobody was told. */
    public Optional<Instant> nextMark(Times times) {
        return Stream.of(response, resolution)
                .flatMap(clock -> clock.nextMark().flatMap(mark -> clock.at(mark, times)).stream())
                .min(Instant::compareTo);
    }

    /** The marks that were reached by now and of which nobody was told, in the order of time. */
    public List<Mark> reached(Times times, Instant now) {
        List<Mark> marks = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            PromisedClock clock = clock(kind);
            for (int percent : PromisedClock.MARKS) {
                clock.at(percent, times)
                        .filter(at -> percent > clock.told() && !at.isAfter(now))
                        .ifPresent(at -> marks.add(
                                new Mark(kind, percent, at, clock.due(times).orElseThrow())));
            }
        }
        return marks.stream()
                .sorted(Comparator.comparing(Mark::at).thenComparing(Mark::percent))
                .toList();
    }

    public Clocks toldOf(List<Mark> marks) {
        return new Clocks(told(response, Kind.RESPONSE, marks), told(resolution, Kind.RESOLUTION, marks));
    }

    private static PromisedClock told(PromisedClock clock, Kind kind, List<Mark> marks) {
        return marks.stream()
                .filter(mark -> mark.kind() == kind)
                .map(Mark::percent)
                .max(Integer::compareTo)
                .map(clock::toldOf)
                .orElse(clock);
    }

    private PromisedClock clock(Kind kind) {
        return switch (kind) {
            case RESPONSE -> response;
            case RESOLUTION -> resolution;
        };
    }

    /** Nothing is at stake any more, unless it is opened again. */
    public boolean hasStopped(Kind kind) {
        return clock(kind).stoppedAt() != null;
    }

    /** Whether it stopped otherwise than before, or goes on. */
    public boolean isJudgedAnew(Kind kind, Clocks before) {
        return !clock(kind).isJudgedAs(before.clock(kind));
    }

    /** Empty while it has not stopped. */
    public Optional<Taken> taken(Kind kind, Times times) {
        return clock(kind).taken(times);
    }

    /** False as soon as somebody sets out, and while the customer is waited for. */
    public boolean responseRuns() {
        return response.runs();
    }

    /** False as soon as all work is closed, and while the customer is waited for. */
    public boolean resolutionRuns() {
        return resolution.runs();
    }
}
