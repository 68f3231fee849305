package dev.fieldservice.players.cycle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.players.client.Player;

/** A supervisor looks once at what waits for somebody, in all services. */
final class WhereToIntervene implements Step {

    @Override
    public void play(Job job) {
        if (!job.isWatched()) {
            return;
        }
        var overview = job.looks(Player.SORIN, "looks where to intervene", "/v1/overview");
        for (JsonNode item : overview.body().at("/items")) {
            if (item.at("/count").asLong() > 0) {
                job.story().line(line(item));
            }
        }
        for (JsonNode source : overview.body().at("/sources")) {
            job.story()
                    .holds(
                            source.at("/status").asText().equals("OK"),
                            source.at("/service").asText() + " has counted");
        }
    }

    private static String line(JsonNode item) {
        return "  %5d %-32s %s"
                .formatted(
                        item.at("/count").asLong(),
                        item.at("/what").asText(),
                        item.at("/list").asText());
    }
}
