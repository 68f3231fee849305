package dev.fieldservice.players.cycle;

import dev.fieldservice.players.forms.JobForms;

/** The technician takes the job on and sets off. */
final class OnTheWay implements Step {

    @Override
    public void play(Job job) {
        job.onSite("accepts", "accept", JobForms.NO_BODY);
        if (job.takes(Turn.SETS_OFF)) {
            job.setsOff();
            job.onSite("sets off", "travel", JobForms.NOTHING);
        }
    }
}
