package dev.fieldservice.dispatch.orders;

import dev.fieldservice.platform.problems.Refusal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Those visits of one order on which a decision depends: what is planned or under way, and the one that is spoken of. */
record Visits(List<Appointment> all) {

    private static final int MOST_LATER = 20;

    static final Visits NONE = new Visits(List.of());

    /** What the field was told to do next and has not begun: there is one at most. */
    Optional<Appointment> planned() {
        return all.stream().filter(visit -> visit.state.isOpen()).findFirst();
    }

    /** What is under way; of several the one that was planned last. */
    Optional<Appointment> underWay() {
        return all.stream()
                .filter(visit -> visit.state.isUnderWay())
                .max(Comparator.comparing(visit -> visit.createdAt));
    }

    /** The field was told of it, or will be when the one before it has ended. */
    Optional<Appointment> next() {
        return planned().or(() -> later().stream().findFirst());
    }

    Visits and(Appointment one) {
        return new Visits(Stream.concat(all.stream(), Stream.of(one)).toList());
    }

    /** What is to follow, in its order. */
    List<Appointment> later() {
        return all.stream()
                .filter(visit -> visit.state.isLater())
                .sorted(Comparator.comparing(visit -> visit.times.startsAt))
                .toList();
    }

    /** Commands that the order's state takes and its visits do not. */
    Set<String> withheld(ServiceOrder order) {
        Set<String> words = new HashSet<>();
        if (later().isEmpty()) {
            words.add("cancel-visit");
        }
        if (order.hasBegun() && underWay().isEmpty()) {
            words.add("assign");
        }
        return words;
    }

    /** Refused with 422 where what is to follow would begin before the next visit is over. */
    void requireRoomForNext(Window window) {
        if (later().stream().anyMatch(visit -> visit.times.startsAt.isBefore(window.end()))) {
            throw Refusal.RuleViolated.at(
                    "/window/end", "visits-overlap", "Another visit of this order is planned before that.");
        }
    }

    /** Refused with 422 where it would not follow the visits ahead, or be one too many. */
    void requireRoomForLater(Window window, Instant now) {
        if (all.stream().anyMatch(visit -> visit.meets(window, now))) {
            throw Refusal.RuleViolated.at(
                    "/window/start", "visits-overlap", "It must follow the next visit, and not meet one that follows.");
        }
        if (later().size() >= MOST_LATER) {
            throw new Refusal.RuleViolated("too-many-visits", "At most " + MOST_LATER + " visits can be planned ahead.")
                    .refused();
        }
    }

    /** Refused with 422 unless it is one that is to follow. */
    Appointment requireLater(UUID id) {
        return later().stream()
                .filter(visit -> visit.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.RuleViolated.unknown("/appointmentId", "visit that is planned to follow"));
    }

    Optional<Appointment> plannedBut(Appointment one) {
        return all.stream()
                .filter(visit -> visit != one && visit.state.isOpen())
                .findFirst();
    }

    Appointment get(UUID id) {
        return all.stream().filter(visit -> visit.id().equals(id)).findFirst().orElseThrow();
    }

    boolean isAnyUnderWayBut(Appointment one) {
        return all.stream().anyMatch(visit -> visit != one && visit.state.isUnderWay());
    }

    boolean isAnyAheadBut(Appointment one) {
        return all.stream().anyMatch(visit -> visit != one && visit.state.isAhead());
    }
}
