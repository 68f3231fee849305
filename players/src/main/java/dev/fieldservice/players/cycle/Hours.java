package dev.fieldservice.players.cycle;

import dev.fieldservice.players.forms.JobForms;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The technician writes down travel and labour. */
final class Hours implements Step {

    /** Hours are billed in hundredths, rounded half up: less than that is on no invoice. */
    private static final Duration SHORTEST_BILLED = Duration.ofSeconds(18);

    private static final int LONGEST_LABOUR = 6300;

    @Override
    public void play(Job job) {
        if (job.isGoodwill()) {
            return;
        }
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var arrived = now.minusSeconds(LONGEST_LABOUR);
        if (job.takes(Turn.ENTERS_TRAVEL)) {
            enter(job, "enters 40 minutes of travel", "TRAVEL", job.between(2700, 2400, 7700), arrived);
        }
        if (job.takes(Turn.ENTERS_LABOUR)) {
            enter(job, "and 1 h 45 min of labour", "LABOUR", job.between(1, LONGEST_LABOUR, 5000), now);
        }
    }

    private static void enter(Job job, String what, String kind, int seconds, Instant end) {
        job.onSite(what, "time-entries", JobForms.time(kind, end.minusSeconds(seconds), end));
        if (Duration.ofSeconds(seconds).compareTo(SHORTEST_BILLED) >= 0) {
            job.addBillable(1);
        }
    }
}
