package dev.fieldservice.systemtests.faults.workload;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.players.demo.Forms;
import java.util.UUID;

/** Parts from the technician's own van, now and then taken back, and one that all want from one shelf. */
final class PartsUsed implements Step {

    @Override
    public void play(Job job) {
        if (job.isGoodwill) {
            return;
        }
        if (job.isFirstOfTechnician) {
            job.play.meetAtTheShelf();
            use(job, job.company.lastPart(), "1", "EA", """
                    , "stockLocationId": "%s\"""".formatted(job.company.shelf()));
        }
        if (job.happens(0.75)) {
            use(job, job.company.valve(), "1", "EA", """
                    , "installedSerial": "TXV-%s", "removedSerial": "TXV-2021-0017\"""".formatted(UUID.randomUUID()));
        }
        if (job.happens(0.6)) {
            use(
                    job,
                    job.company.refrigerant(),
                    "%d.%03d".formatted(job.random.nextInt(9), 1 + job.random.nextInt(999)),
                    "KGM",
                    "");
        }
        if (job.billable > 0 && job.happens(0.2)) {
            takeBack(job);
        }
    }

    private static void use(Job job, String part, String amount, String unit, String more) {
        job.onSite("parts", Forms.usage(part, amount, unit, more));
        job.billable++;
    }

    private static void takeBack(Job job) {
        JsonNode usages =
                job.phone.read(job.technician.person(), job.workOrder()).body().at("/usages");
        String last = usages.get(usages.size() - 1).at("/id").asText();
        job.onSite("parts/" + last + "/reverse", "{\"reason\": \"Nu a fost nevoie de ea\"}");
        job.billable--;
    }
}
