package dev.fieldservice.dispatch.calendar;

import dev.fieldservice.dispatch.orders.AppointmentView;
import dev.fieldservice.dispatch.orders.Occupancy;
import dev.fieldservice.dispatch.orders.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;

/** When a visit takes place, as a calendar program is to show it: really, or as it is expected, or as planned. */
record Times(Instant start, Instant end) {

    private static final Duration MOMENT = Duration.ofMinutes(1);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    static Times of(AppointmentView visit, Instant now) {
        Instant planned = visit.window().start();
        if (visit.endedAt() != null) {
            Instant begun = visit.begunAt() == null ? planned : visit.begunAt();
            return lasting(begun.isBefore(visit.endedAt()) ? begun : visit.endedAt(), visit.endedAt());
        }
        Instant start = Stream.of(visit.arrivedAt(), visit.expectedArrival(), planned)
                .filter(known -> known != null)
                .findFirst()
                .orElseThrow();
        Instant end = visit.expectedEnd() == null ? visit.window().end() : visit.expectedEnd();
        return lasting(start, visit.state().isAtWork() && now.isAfter(end) ? Occupancy.soon(now) : end);
    }

    private static Times lasting(Instant start, Instant end) {
        Instant shortest = start.plus(MOMENT);
        return new Times(start, end.isBefore(shortest) ? shortest : end);
    }

    /** The plan, where this is another time, by the clock of the site. */
    Optional<String> beside(Window window, String zone) {
        if (start.equals(window.start()) && end.equals(window.end())) {
            return Optional.empty();
        }
        DateTimeFormatter clock = LOCAL.withZone(ZoneId.of(zone));
        return Optional.of(
                "Planned: %s to %s %s".formatted(clock.format(window.start()), clock.format(window.end()), zone));
    }
}
