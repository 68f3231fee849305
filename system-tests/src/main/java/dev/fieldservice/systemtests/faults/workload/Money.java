package dev.fieldservice.systemtests.faults.workload;

import dev.fieldservice.players.client.Together;
import java.util.List;

/** One invoice, or nothing to bill; then the ticket closes by itself. */
final class Money implements Step {

    @Override
    public void play(Job job) {
        if (job.billable > 0) {
            String invoice = job.phone.awaitFirst(job.company.accountant(), "/v1/invoices?orderId=" + job.order);
            issue(job, "/v1/invoices/" + invoice + "/issue");
        }
        job.phone.await(
                job.company.dispatcher(),
                "/v1/tickets/" + job.ticket,
                ticket -> ticket.text("/state").equals("CLOSED"));
    }

    private static void issue(Job job, String issue) {
        if (job.happens(0.1)) {
            var _ = Phone.winner(
                    Together.all(List.of(
                            () -> job.phone.tryCommand(job.company.accountant(), issue, ""),
                            () -> job.phone.tryCommand(job.company.otherAccountant(), issue, ""))),
                    "two accountants issue");
        } else {
            job.once(job.company.accountant(), issue, "");
        }
    }
}
