package dev.fieldservice.dispatch.delays;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The expected arrivals of a day, worked out from the plan and what was said: never from what was worked out before. */
final class Arrivals {

    private Arrivals() {}

    /**
     * A visit of the day.
     *
     * @param takes its technicians and its job: whom and what no other visit has at the same time
     * @param planned decides which visit comes first, most often as planned
     * @param arrival when it takes place by itself: as planned or as people said
     * @param isFixed it takes place then, whatever comes before it
     */
    record Visit(UUID id, List<UUID> takes, Instant planned, Instant arrival, Duration length, boolean isFixed) {

        Instant end() {
            return arrival.plus(length);
        }

        boolean goesOnAtTheArrivalOf(Visit other) {
            return isFixed && !arrival.isAfter(other.arrival) && takes.stream().anyMatch(other.takes::contains);
        }
    }

    /**
     * The arrivals at those visits that are not fixed: nobody is expected anywhere before they have ended where they were, or others
     * the visit of the job before, nor before the visit takes place by itself; nor while one is fixed that was to come after it.
     */
    static Map<UUID, Instant> of(List<Visit> visits) {
        Map<UUID, Instant> freeAt = new HashMap<>();
        Map<UUID, Instant> arrivals = new LinkedHashMap<>();
        visits.stream()
                .sorted(Comparator.comparing(Visit::planned)
                        .thenComparing(Visit::arrival)
                        .thenComparing(Visit::id))
                .forEach(visit -> {
                    Instant arrival =
                            visit.isFixed() ? visit.arrival() : later(whenFree(freeAt, visit), whenOver(visits, visit));
                    if (!visit.isFixed()) {
                        arrivals.put(visit.id(), arrival);
                    }
                    visit.takes().forEach(taken -> freeAt.merge(taken, arrival.plus(visit.length()), Arrivals::later));
                });
        return arrivals;
    }

    private static Instant whenFree(Map<UUID, Instant> freeAt, Visit visit) {
        return visit.takes().stream()
                .map(taken -> freeAt.getOrDefault(taken, visit.arrival()))
                .reduce(visit.arrival(), Arrivals::later);
    }

    private static Instant whenOver(List<Visit> all, Visit visit) {
        return all.stream()
                .filter(other -> other.goesOnAtTheArrivalOf(visit))
                .map(Visit::end)
                .reduce(visit.arrival(), Arrivals::later);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
