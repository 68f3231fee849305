package dev.fieldservice.workorder.visits;

import dev.fieldservice.platform.problems.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A time in which some of those who took part in a visit were on the way or at work, apart from that which begins with the visit and
 * ends with it: before somebody turned back, or while their phone was out of reach.
 *
 * @param ended null for as long as its end has not been told
 * @param worked they had begun to work on the machine
 */
record Stretch(List<UUID> who, Instant begun, Instant ended, boolean worked) {

    /** Says whether this can have happened in it, give or take what people forget to tap. */
    boolean surrounds(Instant from, Instant to, Duration around, Instant now) {
        return !from.isBefore(begun.minus(around)) && !to.isAfter(until(now).plus(around));
    }

    Instant until(Instant now) {
        return ended == null ? now : ended;
    }

    private boolean isContinuedBy(Stretch next) {
        return who.equals(next.who) && (ended == null || !next.begun.isAfter(ended));
    }

    /** With what is told next. */
    private Stretch and(Stretch next) {
        return new Stretch(who, begun.isBefore(next.begun) ? begun : next.begun, endWith(next), worked || next.worked);
    }

    private Instant endWith(Stretch next) {
        if (ended == null) {
            return next.ended;
        }
        return next.ended == null || next.ended.isBefore(ended) ? ended : next.ended;
    }

    /** Those of one visit; a list of its own type, so that it is read back as what it was. */
    record All(List<Stretch> items) {

        static final All NONE = new All(List.of());

        private static final int MOST = 200;

        All with(Stretch newest) {
            return new All(Stream.concat(items.stream(), Stream.of(newest)).toList());
        }

        /** What one person tells step by step is one stretch. */
        All extendedBy(Stretch told) {
            return items.stream()
                    .filter(each -> each.isContinuedBy(told))
                    .findFirst()
                    .map(known -> new All(items.stream()
                            .map(each -> each.equals(known) ? known.and(told) : each)
                            .toList()))
                    .orElseGet(() -> withOneMore(told));
        }

        private All withOneMore(Stretch told) {
            if (items.size() >= MOST) {
                throw new Refusal.RuleViolated("too-many-steps", "Of this visit too much was told already.").refused();
            }
            return with(told);
        }

        Stream<Stretch> of(UUID whose) {
            return items.stream().filter(each -> each.who.contains(whose));
        }
    }
}
