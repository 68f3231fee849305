package dev.fieldservice.players.cycle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.players.client.CallFailed;
import dev.fieldservice.players.client.Driver;
import dev.fieldservice.players.client.Interrupted;
import dev.fieldservice.players.client.Player;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The accountant reads what is left of the job when parts and hours are paid for. */
final class Margin implements Step {

    /** Whatever day it is at the site, the job was closed on one of these. */
    private static final String MARGINS = "/v1/margins?by=JOB&from=%s&to=%s&limit=200";

    @Override
    public void play(Job job) {
        if (!job.isBillable() || !job.takes(Turn.MARGIN_IS_READ)) {
            return;
        }
        var margin = job.story()
                .follows(
                        "billing-service", "errand", "what the job has cost and brought in is known", () -> await(job));
        if (job.isWatched()) {
            job.story()
                    .holds(
                            margin.at("/usagesWithoutCost").asInt()
                                            + margin.at("/hoursWithoutCost").asInt()
                                            + margin.at("/journeysWithoutCost").asInt()
                                    == 0,
                            "each part, each hour and each kilometre has its cost");
            job.ends(
                    "margin",
                    "%s − %s = %s (%s %%)"
                            .formatted(
                                    amount(margin, "/revenue"),
                                    amount(margin, "/cost"),
                                    amount(margin, "/margin"),
                                    margin.at("/marginPercent").asText()));
        }
    }

    private static String amount(JsonNode margin, String which) {
        return margin.at(which + "/amount").asText() + " "
                + margin.at(which + "/currency").asText();
    }

    private static JsonNode await(Job job) {
        for (int looks = 0; looks < Driver.MOST_LOOKS; looks++) {
            var found = look(job);
            if (found.isPresent()) {
                return found.get();
            }
            Interrupted.pause(Driver.BETWEEN_LOOKS);
        }
        throw new CallFailed("There is no margin of job " + job.order());
    }

    /** As far as its cost is known already. */
    private static Optional<JsonNode> look(Job job) {
        var today = LocalDate.now(ZoneOffset.UTC);
        var first = MARGINS.formatted(today.minusDays(1), today.plusDays(1));
        var page = job.driver().read(Player.ANA, first).body();
        var found = on(page, job);
        while (found.isEmpty() && page.has("nextCursor")) {
            page = job.driver()
                    .read(
                            Player.ANA,
                            first + "&cursor=" + page.at("/nextCursor").asText())
                    .body();
            found = on(page, job);
        }
        return found;
    }

    private static Optional<JsonNode> on(JsonNode page, Job job) {
        return StreamSupport.stream(page.at("/items").spliterator(), false)
                .filter(one -> one.at("/key").asText().equals(job.order()))
                .findFirst();
    }
}
