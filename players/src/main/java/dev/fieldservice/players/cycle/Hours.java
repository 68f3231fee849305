package dev.fieldservice.players.cycle;

import dev.fieldservice.players.forms.JobForms;
import java.time.Duration;
import java.time.Instant;

/** The technician writes down travel and labour. */
final class Hours implements Step {

    /** Time is billed in thousandths of minutes, rounded half up. */
    private static final Duration SHORTEST_BILLED = Duration.ofMillis(30);

    @Override
    public void play(Job job) {
        if (job.isGoodwill()) {
            return;
        }
        var now = Instant.now();
        if (job.takes(Turn.ENTERS_TRAVEL)) {
            job.setOffAt().ifPresent(from -> enter(job, "enters the drive", "TRAVEL", from, job.beganAt()));
        }
        if (job.takes(Turn.ENTERS_LABOUR)) {
            enter(job, "and the labour since then", "LABOUR", job.beganAt(), now);
        }
    }

    /** What was, however short: a player's day is over in minutes, and an hour can be recorded once only. */
    private static void enter(Job job, String what, String kind, Instant from, Instant to) {
        job.onSite(what, "time-entries", JobForms.time(kind, from, to));
        if (Duration.between(from, to).compareTo(SHORTEST_BILLED) >= 0) {
            job.addBillable(1);
        }
    }
}
