package dev.fieldservice.players.cycle;

import dev.fieldservice.players.forms.JobForms;

/** The work is done, and the technician asks what comes next. */
public final class Completion implements Step {

    @Override
    public void play(Job job) {
        complete(job);
        if (job.isWatched()) {
            var technician = job.technician().person();
            var next = job.tries(technician, "asks for the next job", "/v1/my-day/next", "");
            job.story()
                    .holds(
                            next.isOk() || next.code().equals("day-ended"),
                            "the phone knows what comes next, or that the day is over");
        }
    }

    static void complete(Job job) {
        job.onSite("completes the work", "complete", JobForms.COMPLETE);
    }
}
