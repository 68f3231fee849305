package dev.fieldservice.systemtests.faults.workload;

import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.demo.Forms;

/** The technician sets out, arrives and starts. */
final class OnSite implements Step {

    @Override
    public void play(Job job) {
        job.onSite("accept", "{}");
        if (job.happens(0.7)) {
            job.onSite("travel", "{}");
        }
        if (job.happens(0.7)) {
            job.onSite("arrive", "{}");
        }
        job.onSite("start", Forms.START);
        if (job.happens(0.08)) {
            dropOut(job);
        }
        if (job.happens(0.1)) {
            job.onSite("pause", "{\"reason\": \"Aștept cheia de la tablou\"}");
            job.onSite("resume", "{}");
        }
    }

    /** The van breaks down; the visit ends where it stands, and the dispatcher plans another one. */
    private static void dropOut(Job job) {
        Player dispatcher = job.company.dispatcher();
        String order = "/v1/service-orders/" + job.order;
        job.insist(dispatcher, job.path("hand-over"), "{\"reason\": \"Duba s-a stricat pe drum\"}");
        job.phone.await(dispatcher, order, reply -> reply.text("/state").equals("UNSCHEDULED"));
        Planning.assign(job, job.order, job.technician, job.play.nextSlot(job.technician));
        job.phone.await(
                job.technician.person(),
                job.workOrder(),
                card -> card.text("/visitState").equals("ASSIGNED"));
        job.onSite("start", Forms.START);
    }
}
