package dev.fieldservice.players.cycle;

import dev.fieldservice.players.forms.JobForms;

/** The technician comments on the job. */
final class Remarks implements Step {

    @Override
    public void play(Job job) {
        job.story().chapter("Before he leaves");
        remark(job, "comments on what he found", "Ventilul de expansiune era fisurat; înlocuit, probă de etanșeitate.");
    }

    static void remark(Job job, String what, String text) {
        job.onSite(what, "comments", JobForms.comment(text));
    }
}
