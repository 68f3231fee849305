package dev.fieldservice.dispatch.delays;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a delay does to the rest of the day. */
final class Arrivals {

    private Arrivals() {}

    /**
     * A visit of one day.
     *
     * @param arrival when the technicians are expected, as far as known
     */
    record Visit(UUID id, List<UUID> technicianIds, Instant arrival, Duration length) {}

    /**
     * New arrivals at later visits: nobody is expected anywhere before they have ended where they were. Visits that have room
     * enough before them stay as they are.
     */
    static Map<UUID, Instant> shifted(Visit delayed, List<Visit> later) {
        Map<UUID, Instant> freeAt = new HashMap<>();
        occupy(freeAt, delayed, delayed.arrival());
        Map<UUID, Instant> shifted = new LinkedHashMap<>();
        later.stream()
                .sorted(Comparator.comparing(Visit::arrival).thenComparing(Visit::id))
                .forEach(visit -> {
                    Instant arrival = visit.technicianIds().stream()
                            .map(technician -> freeAt.getOrDefault(technician, visit.arrival()))
                            .reduce(visit.arrival(), Arrivals::later);
                    if (arrival.isAfter(visit.arrival())) {
                        shifted.put(visit.id(), arrival);
                    }
                    occupy(freeAt, visit, arrival);
                });
        return shifted;
    }

    private static void occupy(Map<UUID, Instant> freeAt, Visit visit, Instant arrival) {
        visit.technicianIds()
                .forEach(technician -> freeAt.merge(technician, arrival.plus(visit.length()), Arrivals::later));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
