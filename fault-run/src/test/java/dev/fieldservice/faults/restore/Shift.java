package dev.fieldservice.faults.restore;

import dev.fieldservice.faults.workload.Calls;
import dev.fieldservice.faults.workload.Phone;
import dev.fieldservice.faults.workload.Play;
import dev.fieldservice.local.LocalStack;
import dev.fieldservice.players.client.SignIn;
import dev.fieldservice.players.client.Together;
import dev.fieldservice.players.client.Transport;
import dev.fieldservice.players.company.Company;
import dev.fieldservice.players.company.Technician;
import dev.fieldservice.players.cycle.Cycle;
import dev.fieldservice.players.cycle.Job;
import dev.fieldservice.players.cycle.Scene;
import dev.fieldservice.players.cycle.Step;
import dev.fieldservice.players.cycle.Turn;
import dev.fieldservice.players.forms.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** People work for a while: a job for each technician. */
final class Shift {

    private static final Instant WEEKS_LATER =
            Instant.now().truncatedTo(ChronoUnit.HOURS).plus(30, ChronoUnit.DAYS);

    private Shift() {}

    /** Whatever the dice say, from the call to the closed ticket. */
    static void work(Play play, long seed, Turn... never) {
        var technicians = play.company().technicians();
        var _ = Together.map(technicians, technician -> {
            Job job = play.job(technician, seed + technicians.indexOf(technician), never);
            play.play(job, false);
            return job;
        });
    }

    /**
     * What nobody will know of: some jobs come to their end, the last one is still under way. None of it counts as a call that was
     * answered.
     */
    static Calls inVain(LocalStack stack, Transport http, Company company) {
        Calls calls = new Calls();
        Phone phone = new Phone(http, stack.address(), new SignIn(stack.address(), http), calls);
        Scene scene = Scene.ordinary(phone, technician -> Slot.of(WEEKS_LATER, Duration.ofHours(1)));
        var _ = Together.map(
                company.technicians(),
                technician -> new Job(scene, company, technician).play(steps(company, technician)));
        return calls;
    }

    private static List<Step> steps(Company company, Technician technician) {
        return technician.equals(company.technicians().getLast())
                ? Stream.concat(Cycle.TO_THE_SITE.stream(), Cycle.RECORDS.stream())
                        .toList()
                : Cycle.WHOLE;
    }
}
