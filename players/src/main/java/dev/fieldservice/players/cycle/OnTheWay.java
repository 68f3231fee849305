package dev.fieldservice.players.cycle;

import dev.fieldservice.players.forms.JobForms;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The technician takes the job on and sets off. */
final class OnTheWay implements Step {

    private static final Duration DRIVE = Duration.ofMinutes(25);
    private static final Duration EARLIEST = Duration.ofHours(3);

    @Override
    public void play(Job job) {
        job.onSite("accepts", "accept", JobForms.NO_BODY);
        if (job.takes(Turn.SETS_OFF)) {
            job.setsOff();
            var earlier = job.takes(Turn.TELLS_IT_LATER) ? beforeThePhoneTold(job) : Optional.<Instant>empty();
            job.onSite(
                    earlier.isPresent() ? "sets off; out of reach, the phone tells it later" : "sets off",
                    "travel",
                    earlier.map(JobForms::occurred).orElse(JobForms.NOTHING));
        }
    }

    /** Empty where the visit is planned so much later that nobody would believe it. */
    private static Optional<Instant> beforeThePhoneTold(Job job) {
        var planned =
                job.driver().read(job.technician().person(), job.workOrder()).text("/window/start");
        var setOff = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(DRIVE);
        return setOff.isAfter(Instant.parse(planned).minus(EARLIEST)) ? Optional.of(setOff) : Optional.empty();
    }
}
