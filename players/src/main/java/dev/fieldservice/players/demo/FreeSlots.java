package dev.fieldservice.players.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.players.client.Driver;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.company.Technician;
import dev.fieldservice.players.forms.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.stream.Stream;

/** Finds two hours in which a technician has nothing yet, as a dispatcher would by looking at the calendar; soon, so that there is time to tell the customer. */
record FreeSlots(Driver driver) {

    private static final Duration VISIT = Duration.ofHours(2);
    private static final Duration SOON = Duration.ofMinutes(15);

    Slot next(Technician technician) {
        var now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        var booked = driver.get(
                        Player.DANA,
                        "/v1/calendar?technicianId=%s&from=%s&to=%s&limit=200"
                                .formatted(technician.person().id(), now, now.plus(30, ChronoUnit.DAYS)))
                .body()
                .at("/items");
        var start = now.plus(SOON);
        boolean moved = true;
        while (moved) {
            moved = false;
            for (var visit : booked) {
                // Over, whatever it was planned for
                if (visit.at("/appointment/endedAt").isTextual()) {
                    continue;
                }
                var begins = times(visit, "/window/start", "/begunAt", "/expectedArrival")
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
                var ends = times(visit, "/window/end", "/expectedEnd")
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
                if (begins.isBefore(start.plus(VISIT)) && ends.isAfter(start)) {
                    start = ends;
                    moved = true;
                }
            }
        }
        return Slot.of(start, VISIT);
    }

    private static Stream<Instant> times(JsonNode visit, String... names) {
        return Stream.of(names)
                .map(name -> visit.at("/appointment" + name))
                .filter(JsonNode::isTextual)
                .map(time -> Instant.parse(time.asText()));
    }
}
