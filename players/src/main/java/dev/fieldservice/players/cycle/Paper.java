package dev.fieldservice.players.cycle;

/** The customer gets the report about what was done, by mail. */
final class Paper implements Step {

    @Override
    public void play(Job job) {
        if (!job.isWatched()) {
            return;
        }
        var report = job.story()
                .follows(
                        "workorder-service",
                        "errand",
                        "the report is issued",
                        () -> job.driver()
                                .await(
                                        job.technician().person(),
                                        job.path("reports"),
                                        seen -> seen.text("/items/0/state").equals("ISSUED")))
                .text("/items/0/number");
        job.mailbox().ifPresent(mailbox -> {
            var mail = job.story()
                    .follows(
                            "workorder-service",
                            "SMTP",
                            "Maria has it by mail, as PDF",
                            () -> mailbox.await(
                                    job.customer().mail(), one -> one.subject().contains(report)));
            job.story().line("         \"" + mail.subject() + "\"");
        });
    }
}
