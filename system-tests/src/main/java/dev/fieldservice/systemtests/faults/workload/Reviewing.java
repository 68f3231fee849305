package dev.fieldservice.systemtests.faults.workload;

import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.demo.Forms;

/** Somebody else examines it; those who did the work may not, whatever else they are. */
final class Reviewing implements Step {

    @Override
    public void play(Job job) {
        Player sorin = job.company.supervisor();
        if (job.happens(0.2)) {
            job.insist(sorin, job.path("send-back"), "{\"reason\": \"Descrieți proba de etanșeitate\"}");
            Answer sentBack = job.phone.read(job.technician.person(), job.workOrder());
            if (sentBack.text("/visitState").equals("PAUSED")) {
                job.onSite("resume", "{}");
            }
            job.onSite("comments", Forms.comment("24 bar azot, 30 de minute"));
            Paperwork.finish(job);
        }
        if (job.technician.isSupervisorToo()
                && job.phone
                        .tryCommand(job.technician.person(), job.path("approve"), "{}")
                        .isOk()) {
            return; // wrong, and for the checker to say so
        }
        job.once(sorin, job.path("approve"), "{}");
    }
}
