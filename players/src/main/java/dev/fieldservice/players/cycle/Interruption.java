package dev.fieldservice.players.cycle;

import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.forms.JobForms;

/** Work stops for a while, or the visit ends where it stands. */
final class Interruption implements Step {

    @Override
    public void play(Job job) {
        if (job.takes(Turn.DROPS_OUT)) {
            dropOut(job);
        }
        if (job.takes(Turn.PAUSES)) {
            job.onSite("pauses", "pause", JobForms.reason("Aștept cheia de la tablou"));
            job.onSite("resumes", "resume", JobForms.NOTHING);
        }
    }

    /** The van breaks down, and the dispatcher plans another visit. */
    private static void dropOut(Job job) {
        job.does(
                Player.DANA,
                "ends the visit: the van broke down",
                job.path("hand-over"),
                JobForms.reason("Duba s-a stricat pe drum"));
        job.driver()
                .await(
                        Player.DANA,
                        job.serviceOrder(),
                        order -> order.body()
                                .at("/appointments")
                                .findValuesAsText("state")
                                .contains("PARTIALLY_COMPLETED"));
        Planning.assign(job, job.technician());
        job.driver()
                .await(
                        job.technician().person(),
                        job.workOrder(),
                        card -> card.text("/visitState").equals("ASSIGNED"));
        job.begins();
        job.onSite("starts again", "start", JobForms.START);
    }
}
