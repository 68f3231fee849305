package dev.fieldservice.players.cycle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.cycle.Job.Bought;
import dev.fieldservice.players.forms.JobForms;
import dev.fieldservice.players.forms.StoreForms;
import java.math.BigDecimal;
import java.util.stream.StreamSupport;

/** Somebody counts what is left on the shelf without knowing what the ledger says, and somebody else has the ledger follow it. */
final class BlindCount implements Step {

    private static final String COUNTS = "/v1/stock-counts";
    private static final String FOUND = "1.5";
    private static final String FOUND_AGAIN = "1.75";

    @Override
    public void play(Job job) {
        job.bought().ifPresent(bought -> count(job, bought));
    }

    private static void count(Job job, Bought bought) {
        job.story().chapter("The shelf is counted");
        var warehouse = job.company().store().orElseThrow().warehouse();
        var opened = job.does(
                        Player.STELA,
                        "opens a count of the refrigerant in the warehouse",
                        COUNTS,
                        StoreForms.count(warehouse, bought.part()))
                .text("/id");
        var count = COUNTS + "/" + opened;
        if (job.isWatched()) {
            var sheet = job.looks(Player.STELA, "takes the sheet to the shelf", count);
            job.story().holds(!sheet.body().at("/lines/0").has("expected"), "it does not say what should be there");
        }
        enter(job, count, bought, FOUND);
        if (job.takes(Turn.IS_COUNTED_AGAIN)) {
            job.doesOnce(Player.SORIN, "has it counted again", count + "/reopen", JobForms.reason("Prea puțin"));
            enter(job, count, bought, FOUND_AGAIN);
        }
        var approve = count + "/approve";
        var why = JobForms.reason("Cântărit de două ori");
        var own = job.tries(Player.STELA, "tries to approve it herself", approve, why);
        job.story().holds(!own.isOk(), "who has counted cannot approve it");
        job.doesOnce(Player.SORIN, "approves it: the ledger follows the shelf", approve, why);
        if (job.isWatched()) {
            ledger(job, bought);
        }
    }

    private static void enter(Job job, String count, Bought bought, String found) {
        job.does(
                Player.STELA,
                "finds %s kg".formatted(found),
                count + "/enter",
                StoreForms.counted(bought.part(), found));
        job.doesOnce(Player.STELA, "has counted all of it", count + "/submit", JobForms.NO_BODY);
    }

    /** All that came and went of the part, wherever it was. */
    private static void ledger(Job job, Bought bought) {
        var path = "/v1/stock-movements?limit=200&partId=" + bought.part();
        var entries =
                job.looks(Player.SORIN, "reads the ledger of it", path).body().at("/items");
        entries.forEach(entry -> job.story().line(line(job, entry)));
        var levels = job.driver()
                .read(Player.SORIN, "/v1/stock-levels?limit=200&partId=" + bought.part())
                .body()
                .at("/items");
        job.story()
                .holds(
                        sum(entries, "/quantity").compareTo(sum(levels, "/onHand")) == 0,
                        "its entries come to what is on the shelf and in the van");
    }

    private static String line(Job job, JsonNode entry) {
        return "  %-24s %-16s %-14s %9s %-4s %s"
                .formatted(
                        entry.at("/recordedAt").asText().replaceAll("(\\.\\d{3})\\d*Z$", "$1Z"),
                        entry.at("/kind").asText(),
                        place(job, entry.at("/locationId").asText()),
                        entry.at("/quantity/amount").asText(),
                        entry.at("/quantity/unit").asText(),
                        entry.has("unitCost")
                                ? "at " + entry.at("/unitCost/amount").asText()
                                : "");
    }

    private static String place(Job job, String id) {
        if (id.equals(job.technician().van())) {
            return "van";
        }
        return id.equals(job.company().store().orElseThrow().warehouse()) ? "warehouse" : "in transit";
    }

    private static BigDecimal sum(JsonNode items, String which) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> new BigDecimal(item.at(which + "/amount").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
