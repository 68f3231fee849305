package dev.fieldservice.players.cycle;

import dev.fieldservice.players.client.Mailbox;
import dev.fieldservice.players.client.Player;
import java.net.URI;

/** The customer hears of the visit, and says that the time suits her. */
final class VisitByMail implements Step {

    private static final String PAGE = "/v1/visit-confirmation?code=";

    @Override
    public void play(Job job) {
        if (job.isWatched()) {
            job.mailbox().ifPresent(mailbox -> read(job, mailbox));
        }
    }

    private static void read(Job job, Mailbox mailbox) {
        var mail = job.story()
                .follows(
                        "dispatch-service",
                        "SMTP",
                        "Maria hears of the visit, with an entry for her calendar",
                        () -> mailbox.await(
                                job.customer().mail(), one -> one.text().contains(PAGE)));
        job.story().line("         \"" + mail.subject() + "\"");
        // The address alone is enough, whoever asks
        var page = page(mail);
        var shown = job.driver().read(Player.DANA, page).text("/expectedArrival");
        var confirmed = job.driver().post(Player.DANA, page + "&at=" + shown, "");
        job.story()
                .holds(
                        confirmed.body().has("confirmedAt"),
                        "she opens its page without signing in, and says that the time suits her");
    }

    private static String page(Mailbox.Mail mail) {
        return mail.text()
                .lines()
                .filter(line -> line.contains(PAGE))
                .map(line -> URI.create(line.substring(line.indexOf("http")).strip()))
                .map(address -> address.getPath() + "?" + address.getQuery())
                .findFirst()
                .orElseThrow();
    }
}
