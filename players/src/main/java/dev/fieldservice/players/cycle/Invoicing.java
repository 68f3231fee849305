package dev.fieldservice.players.cycle;

import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Driver;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.client.Together;

/** One invoice, or nothing to bill; then the ticket closes by itself. */
final class Invoicing implements Step {

    private static final int MOST_AGAIN = 20;

    @Override
    public void play(Job job) {
        job.story().chapter("Finance");
        if (job.isBillable() && job.invoice().isEmpty()) {
            bill(job);
        }
        job.ticketBecomes("CLOSED", "invoice-issued");
    }

    static void bill(Job job) {
        job.invoiced(job.story()
                .follows(
                        "billing-service",
                        "job-closed",
                        "exactly one invoice draft, priced",
                        () -> job.driver().awaitFirst(Player.ANA, "/v1/invoices?orderId=" + job.order())));
        var invoice = "/v1/invoices/" + job.invoice();
        if (job.hasAContract()) {
            job.story()
                    .follows(
                            "billing-service",
                            "coverage-decided",
                            "what their contract covers is not asked for",
                            () -> job.driver()
                                    .await(
                                            Player.ANA,
                                            invoice,
                                            draft -> !draft.body()
                                                    .at("/coverageAwaited")
                                                    .asBoolean()));
        }
        issue(job, invoice);
    }

    private static void issue(Job job, String invoice) {
        if (job.takes(Turn.TWO_ISSUE)) {
            var _ = Together.winner(
                    Together.map(job.company().accountants(), one -> issued(job, one, invoice)),
                    "two accountants issue");
        } else {
            var _ = job.story()
                    .does(
                            Player.ANA,
                            "issues it",
                            () -> Driver.required(issued(job, Player.ANA, invoice), "POST " + invoice, Player.ANA));
        }
        if (job.isWatched()) {
            new InvoicePrint(job.story())
                    .print(job.driver().read(Player.ANA, invoice).body());
        }
    }

    /** What is heard meanwhile, of prices or of what is covered, changes the draft: then it is looked at once more. */
    private static Answer issued(Job job, Player who, String invoice) {
        var answer = job.driver().tryPost(who, invoice + "/issue", "");
        for (int again = 0; again < MOST_AGAIN && answer.code().equals("changed-meanwhile"); again++) {
            answer = job.driver().tryPost(who, invoice + "/issue", "");
        }
        return answer;
    }
}
