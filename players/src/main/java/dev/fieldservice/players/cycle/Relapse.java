package dev.fieldservice.players.cycle;

import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.forms.JobForms;
import java.util.stream.StreamSupport;

/** It leaks again before the invoice is written: another order of the same ticket, while the first is billed. */
final class Relapse implements Step {

    @Override
    public void play(Job job) {
        if (!job.isBillable() || !job.takes(Turn.COMES_BACK)) {
            return;
        }
        job.story().chapter("It leaks again");
        job.ticketBecomes("RESOLVED", "job-closed");
        var ticket = "/v1/tickets/" + job.ticket();
        job.doesOnce(Player.DANA, "opens the ticket again", ticket + "/reopen", JobForms.reason("Pierde din nou"));
        var again = job.again(furtherOrder(job.driver().read(Player.DANA, ticket)));
        job.story()
                .follows(
                        "dispatch-service",
                        "ticket-changed",
                        "a further order appears by itself",
                        () -> job.driver().await(Player.DANA, again.serviceOrder(), Answer::isOk));
        Planning.assign(again, again.technician());
        new JobCard().play(again);
        new OnTheWay().play(again);
        Invoicing.bill(job);
        new OnSite().play(again);
        new Hours().play(again);
        new Signature().play(again);
        new Completion().play(again);
        new Review().play(again);
        if (again.isBillable()) {
            Invoicing.bill(again);
        }
    }

    /** All that was there before is closed. */
    private static String furtherOrder(Answer ticket) {
        return StreamSupport.stream(ticket.body().at("/orders").spliterator(), false)
                .filter(order -> !order.has("closedAt"))
                .map(order -> order.at("/orderId").asText())
                .findFirst()
                .orElse("");
    }
}
