package dev.fieldservice.players.cycle;

import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.forms.JobForms;

/** Somebody else examines it; those who did the work may not, whatever else they are. */
final class Review implements Step {

    @Override
    public void play(Job job) {
        job.story().chapter("Somebody else examines it");
        if (job.takes(Turn.IS_SENT_BACK)) {
            sendBack(job);
        }
        var technician = job.technician();
        if (technician.isSupervisorToo()
                && job.tries(technician.person(), "approves his own work", job.path("approve"), JobForms.APPROVAL)
                        .isOk()) {
            return; // wrong, and for a checker to say so
        }
        job.doesOnce(Player.SORIN, "approves: the job is officially closed", job.path("approve"), JobForms.APPROVAL);
        if (job.isWatched()) {
            job.ticketBecomes("RESOLVED", "job-closed");
        }
    }

    private static void sendBack(Job job) {
        job.does(
                Player.SORIN,
                "sends it back: the leak test must be described",
                job.path("send-back"),
                JobForms.shortcoming("WORK_NOT_DONE", "Descrieți proba de etanșeitate."));
        if (job.takes(Turn.RESUMES_FOR_IT) && isPaused(job)) {
            job.onSite("resumes", "resume", JobForms.NOTHING);
        }
        Remarks.remark(job, "describes it", "24 bar azot, 30 de minute, fără cădere de presiune.");
        new Signature().play(job);
        Completion.complete(job);
    }

    private static boolean isPaused(Job job) {
        var screen = job.driver().read(job.technician().person(), job.workOrder());
        return screen.text("/visitState").equals("PAUSED");
    }
}
