package dev.fieldservice.workorder.labour;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A stretch of time that somebody of the crew spent, as the steps of the visit tell. */
record TimeProposal(
        UUID appointmentId,
        UUID technicianId,
        String technicianName,
        TimeEntry.Kind kind,
        Instant startedAt,
        Instant endedAt) {

    /** What is left between what was recorded by hand is not worth asking for. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    /** What nothing is recorded of. */
    Stream<TimeProposal> without(List<TimeEntry> recorded) {
        List<TimeProposal> left = List.of(this);
        for (TimeEntry entry : recorded) {
            left = left.stream().flatMap(each -> each.without(entry)).toList();
        }
        return left.stream().filter(each -> each.length().compareTo(SHORTEST) >= 0);
    }

    private Stream<TimeProposal> without(TimeEntry entry) {
        return !entry.isOf(technicianId) || !entry.startedAt.isBefore(endedAt) || !entry.endedAt.isAfter(startedAt)
                ? Stream.of(this)
                : Stream.of(between(startedAt, entry.startedAt), between(entry.endedAt, endedAt))
                        .filter(rest -> rest.length().isPositive());
    }

    private TimeProposal between(Instant from, Instant to) {
        return new TimeProposal(appointmentId, technicianId, technicianName, kind, from, to);
    }

    Duration length() {
        return Duration.between(startedAt, endedAt);
    }

    boolean isAs(TimeEntry.Kind otherKind, Instant from, Instant to) {
        return kind == otherKind && startedAt.equals(from) && endedAt.equals(to);
    }
}
