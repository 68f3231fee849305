package dev.fieldservice.players.cycle;

import dev.fieldservice.players.client.CallFailed;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.forms.JobForms;

/** Somebody else examines it; those who did the work may not, whatever else they are. */
final class Review implements Step {

    private static final int MOST_LOOKS = 20;

    @Override
    public void play(Job job) {
        job.story().chapter("Somebody else examines it");
        if (job.takes(Turn.IS_SENT_BACK)) {
            sendBack(job);
        }
        var technician = job.technician();
        if (technician.isSupervisorToo()
                && job.tries(technician.person(), "approves his own work", job.path("approve"), approval(job))
                        .isOk()) {
            return; // wrong, and for a checker to say so
        }
        approve(job, "approves: the job is officially closed");
        if (job.isWatched()) {
            job.ticketBecomes("RESOLVED", "job-closed");
        }
    }

    /** What was looked at; whoever finds that it has changed since looks again. */
    static void approve(Job job, String what) {
        for (int looks = 1; looks < MOST_LOOKS; looks++) {
            String looked = approval(job);
            try {
                job.doesOnce(Player.SORIN, what, job.path("approve"), looked);
                return;
            } catch (CallFailed refused) {
                if (!refused.getMessage().contains("changed-since-review")) {
                    throw refused;
                }
            }
        }
        job.doesOnce(Player.SORIN, what, job.path("approve"), approval(job));
    }

    private static String approval(Job job) {
        return JobForms.approval(
                job.driver().read(Player.SORIN, job.path("review")).text("/version"));
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
