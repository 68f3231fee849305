package dev.fieldservice.systemtests.faults.workload;

import dev.fieldservice.players.demo.Forms;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Comments, time, who approves, the signature, and the end of the work. */
final class Paperwork implements Step {

    /** Hours are billed in hundredths, rounded half up: less than that is on no invoice. */
    private static final Duration SHORTEST_BILLED = Duration.ofSeconds(18);

    @Override
    public void play(Job job) {
        job.onSite("comments", Forms.comment("Ventilul de expansiune era fisurat."));
        if (!job.isGoodwill) {
            hours(job);
        }
        if (job.happens(0.5)) {
            job.phone.edit(
                    job.technician.person(),
                    job.workOrder(),
                    job.path("approver"),
                    Forms.approver("maria@cotroceni.example"));
        }
        finish(job);
    }

    private static void hours(Job job) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        if (job.happens(0.8)) {
            time(job, "LABOUR", now.minusSeconds(1 + job.random.nextInt(5000)), now);
        }
        if (job.happens(0.5)) {
            time(job, "TRAVEL", now.minusSeconds(9000 + job.random.nextInt(5000)), now.minusSeconds(6000));
        }
    }

    static void finish(Job job) {
        if (job.happens(0.9)) {
            String hash = job.phone
                    .read(job.technician.person(), job.path("signing-content"))
                    .text("/contentHash");
            job.onSite("signature", Forms.signature(hash));
        } else {
            job.onSite("signature", "{\"outcome\": \"ABSENT\", \"reason\": \"Magazinul era închis\"}");
        }
        job.onSite("complete", Forms.COMPLETE);
    }

    private static void time(Job job, String kind, Instant from, Instant to) {
        job.onSite("time-entries", Forms.time(kind, from, to));
        if (Duration.between(from, to).compareTo(SHORTEST_BILLED) >= 0) {
            job.billable++;
        }
    }
}
