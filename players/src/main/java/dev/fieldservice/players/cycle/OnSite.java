package dev.fieldservice.players.cycle;

import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.forms.JobForms;

/** The technician arrives and starts. */
final class OnSite implements Step {

    @Override
    public void play(Job job) {
        job.story().chapter("On site");
        if (job.takes(Turn.ARRIVES)) {
            job.onSite("arrives", "arrive", JobForms.NOTHING);
        }
        job.begins();
        job.onSite("starts; the phone gives its GPS position, accurate to 8 m", "start", JobForms.START);
        if (job.isWatched()) {
            job.story()
                    .follows(
                            "dispatch-service",
                            "visit-progressed",
                            "the order is IN_PROGRESS",
                            () -> job.driver().awaitState(Player.DANA, job.serviceOrder(), "IN_PROGRESS"));
            job.ticketBecomes("IN_PROGRESS", "visit-progressed");
        }
    }
}
