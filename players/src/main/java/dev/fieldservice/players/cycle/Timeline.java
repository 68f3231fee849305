package dev.fieldservice.players.cycle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.ServiceName;
import dev.fieldservice.players.client.Player;

/** A supervisor reads what all five services have to say about the case. */
final class Timeline implements Step {

    @Override
    public void play(Job job) {
        if (!job.isWatched()) {
            return;
        }
        var path = "/v1/tickets/" + job.ticket() + "/timeline";
        var told = job.story()
                .does(
                        Player.SORIN,
                        "reads the ticket's one timeline",
                        () -> job.driver()
                                .await(
                                        Player.SORIN,
                                        path,
                                        shown -> shown.body()
                                                .at("/items")
                                                .findValuesAsText("service")
                                                .containsAll(ServiceName.ALL)));
        told.body().at("/items").forEach(step -> job.story().line(line(step)));
        job.story().line("       ✓ all five services stand in it");
    }

    private static String line(JsonNode step) {
        return "  %-24s %-18s %-18s %-22s %s"
                .formatted(
                        step.at("/recordedAt").asText().replaceAll("(\\.\\d{3})\\d*Z$", "$1Z"),
                        step.at("/service").asText(),
                        step.at("/actorName").asText(),
                        step.at("/action").asText(),
                        step.at("/reason").asText());
    }
}
