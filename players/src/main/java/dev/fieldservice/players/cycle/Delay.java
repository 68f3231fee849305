package dev.fieldservice.players.cycle;

import dev.fieldservice.players.client.Mailbox;
import dev.fieldservice.players.forms.JobForms;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The technician is late, and the customer gets to know. */
final class Delay implements Step {

    @Override
    public void play(Job job) {
        if (!job.takes(Turn.IS_LATE)) {
            return;
        }
        var technician = job.technician().person();
        var card = job.driver().read(technician, job.workOrder());
        var planned = Instant.parse(card.text("/window/start"));
        job.does(
                technician,
                "is late: one tap tells the customer",
                "/v1/appointments/" + card.text("/appointmentId") + "/delay",
                JobForms.delay(planned.plus(25, ChronoUnit.MINUTES)));
        if (job.isWatched()) {
            job.mailbox().ifPresent(mailbox -> read(job, mailbox));
        }
    }

    private static void read(Job job, Mailbox mailbox) {
        var notice = job.story()
                .follows(
                        "dispatch-service",
                        "SMTP",
                        "Maria has a mail with the new time",
                        () -> mailbox.await(
                                job.customer().mail(), mail -> mail.subject().contains("va întârzia")));
        job.story().line("         \"" + notice.subject() + "\"");
    }
}
