package dev.fieldservice.players.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Player;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Finds two hours in which a technician has nothing yet, as a dispatcher would by looking at the calendar. */
final class FreeSlot {

    private static final Duration VISIT = Duration.ofHours(2);
    private final Api api;

    FreeSlot(Api api) {
        this.api = api;
    }

    record Slot(Instant start, Instant end) {}

    Slot of(Player technician) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        JsonNode booked = api.get(
                        Player.DANA,
                        "/v1/calendar?technicianId=" + technician.id() + "&from=" + now + "&to="
                                + now.plus(30, ChronoUnit.DAYS) + "&limit=200")
                .body()
                .at("/items");
        Instant start = now;
        boolean moved = true;
        while (moved) {
            moved = false;
            for (JsonNode visit : booked) {
                Instant begins =
                        Instant.parse(visit.at("/appointment/window/start").asText());
                Instant ends = Instant.parse(visit.at("/appointment/window/end").asText());
                if (begins.isBefore(start.plus(VISIT)) && ends.isAfter(start)) {
                    start = ends;
                    moved = true;
                }
            }
        }
        return new Slot(start, start.plus(VISIT));
    }
}
