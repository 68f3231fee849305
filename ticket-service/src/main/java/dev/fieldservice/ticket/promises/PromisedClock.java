package dev.fieldservice.ticket.promises;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A clock against which something was promised. The stretches in which it ran are kept as moments, so that what counts can be
 * worked out anew when the promise or the calendar changes.
 *
 * @param ran the stretches that are over
 * @param runningSince null while it is paused, and when it has stopped
 * @param stoppedAt null before that
 * @param told the last mark that was told of, in percent; 0 for none
 */
public record PromisedClock(
        Duration target, Counted counted, List<Ran> ran, Instant runningSince, Instant stoppedAt, int told) {

    /** The marks at which others are told, in percent of the time that was promised. */
    public static final List<Integer> MARKS = List.of(50, 75, 100);

    private static final int AT_RISK = 75;
    private static final int HUNDRED = 100;

    /** A stretch in which it ran. */
    record Ran(Instant from, Instant to) {}

    static PromisedClock started(Duration target, Counted counted, Instant at) {
        return new PromisedClock(target, counted, List.of(), at, null, 0);
    }

    boolean runs() {
        return runningSince != null;
    }

    PromisedClock paused(Instant at) {
        return runs() ? new PromisedClock(target, counted, until(at), null, stoppedAt, told) : this;
    }

    PromisedClock resumed(Instant at) {
        return runs() || stoppedAt != null ? this : new PromisedClock(target, counted, ran, at, null, told);
    }

    /** What it was stopped for first stands. */
    PromisedClock stopped(Instant at) {
        return stoppedAt != null ? this : new PromisedClock(target, counted, until(at), null, at, told);
    }

    /** It goes on from what it had come to; the time since does not count. */
    PromisedClock reopened(Instant at) {
        return stoppedAt == null ? this : new PromisedClock(target, counted, ran, at, null, told);
    }

    /** Marks that the new promise has not reached will be told of, once more if need be. What has stopped is judged by what held then. */
    PromisedClock promising(Duration other, Counted otherwise, Times times, Instant now) {
        if (stoppedAt != null || other.equals(target) && otherwise == counted) {
            return this;
        }
        PromisedClock next = new PromisedClock(other, otherwise, ran, runningSince, null, 0);
        int reached = MARKS.stream()
                .filter(mark -> mark <= told && next.isReached(mark, times, now))
                .reduce(0, Math::max);
        return next.toldOf(reached);
    }

    PromisedClock toldOf(int mark) {
        return new PromisedClock(target, counted, ran, runningSince, stoppedAt, mark);
    }

    private List<Ran> until(Instant at) {
        return runs() && runningSince.isBefore(at)
                ? Stream.concat(ran.stream(), Stream.of(new Ran(runningSince, at)))
                        .toList()
                : ran;
    }

    /** The time that counted until the last pause or the end. */
    Duration spent(Times times) {
        return ran.stream()
                .map(stretch -> times.between(counted, stretch.from(), stretch.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    boolean isJudgedAs(PromisedClock other) {
        return target.equals(other.target) && Objects.equals(stoppedAt, other.stoppedAt);
    }

    /** How long it took; empty until it has stopped. */
    Optional<Clocks.Taken> taken(Times times) {
        return Optional.ofNullable(stoppedAt).map(stopped -> new Clocks.Taken(minutes(spent(times)), minutes(target)));
    }

    /** A minute that has begun counts: whoever is late by a second is late. */
    private static int minutes(Duration time) {
        return Math.toIntExact(time.plusMinutes(1).minusNanos(1).toMinutes());
    }

    /** When it comes to so much of its time; empty while it does not run. */
    Optional<Instant> at(int percent, Times times) {
        if (!runs()) {
            return Optional.empty();
        }
        Duration left = target.multipliedBy(percent).dividedBy(HUNDRED).minus(spent(times));
        return Optional.of(left.isNegative() ? runningSince : times.plus(counted, runningSince, left));
    }

    Optional<Instant> due(Times times) {
        return at(HUNDRED, times);
    }

    Optional<Instant> riskAt(Times times) {
        return at(AT_RISK, times);
    }

    /** The next mark of which nobody was told. */
    Optional<Integer> nextMark() {
        return runs() ? MARKS.stream().filter(mark -> mark > told).findFirst() : Optional.empty();
    }

    /** Also while it is paused: what was told then is not told again. */
    private boolean isReached(int mark, Times times, Instant now) {
        Duration running =
                runs() && runningSince.isBefore(now) ? times.between(counted, runningSince, now) : Duration.ZERO;
        return spent(times).plus(running).compareTo(target.multipliedBy(mark).dividedBy(HUNDRED)) >= 0;
    }
}
