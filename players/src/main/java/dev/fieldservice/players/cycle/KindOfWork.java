package dev.fieldservice.players.cycle;

import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.forms.JobForms;

/** The office says what kind of work it is, and the phone what is asked for. */
final class KindOfWork implements Step {

    @Override
    public void play(Job job) {
        if (job.company().workType().isEmpty() || !job.takes(Turn.IS_OF_A_KIND)) {
            return;
        }
        job.isOfAKind();
        job.does(
                Player.DANA,
                "says what kind of work it is: leak test and service",
                job.serviceOrder() + "/set-work-type",
                JobForms.workType(job.company().workType()));
        job.story()
                .follows(
                        "workorder-service",
                        "order-assigned",
                        "its checklist is on the phone",
                        () -> job.driver()
                                .await(
                                        job.technician().person(),
                                        job.path("checklist"),
                                        seen -> !seen.text("/workTypeId").isEmpty()));
    }
}
