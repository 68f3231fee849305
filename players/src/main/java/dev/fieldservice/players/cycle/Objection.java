package dev.fieldservice.players.cycle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.forms.JobForms;
import dev.fieldservice.players.forms.MoneyForms;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The customer objects to a line: it is credited, which is set against the invoice, and now and then billed anew after all. */
final class Objection implements Step {

    @Override
    public void play(Job job) {
        if (job.isBillable() && job.takes(Turn.CUSTOMER_OBJECTS)) {
            dearest(job).ifPresent(line -> credit(job, line));
        }
    }

    /** Of what took no time worth money there is nothing to credit. */
    private static Optional<String> dearest(Job job) {
        var lines = job.driver().read(Player.ANA, invoice(job)).body().at("/lines");
        return StreamSupport.stream(lines.spliterator(), false)
                .filter(line -> net(line).signum() > 0)
                .max(Comparator.comparing(Objection::net))
                .map(line -> line.at("/id").asText());
    }

    private static BigDecimal net(JsonNode line) {
        return new BigDecimal(line.at("/net/amount").asText("0"));
    }

    private static String invoice(Job job) {
        return "/v1/invoices/" + job.invoice();
    }

    private static void credit(Job job, String line) {
        job.story().chapter("The customer objects");
        var note = job.does(
                        Player.ANA,
                        "drafts a credit note of the dearest line",
                        invoice(job) + "/credit-notes",
                        MoneyForms.credit(line))
                .text("/id");
        job.doesOnce(Player.ANA, "issues it", "/v1/credit-notes/" + note + "/issue", "");
        setOff(job, note);
        if (job.takes(Turn.IS_BILLED_ANEW)) {
            billAnew(job);
        }
    }

    /** Less is to be paid by it. */
    private static void setOff(Job job, String note) {
        var open =
                job.driver().read(Player.ANA, "/v1/receivables/" + note).body().at("/open");
        var amount = new BigDecimal(open.at("/amount").asText()).abs();
        job.does(
                Player.ANA,
                "sets it against the invoice",
                "/v1/allocations",
                MoneyForms.allocation(job.invoice(), note, MoneyForms.money(amount, open)));
    }

    private static void billAnew(Job job) {
        var anew = job.does(
                        Player.ANA,
                        "drafts the corrected invoice",
                        invoice(job) + "/correction",
                        JobForms.reason("Totuși datorată"))
                .text("/id");
        job.doesOnce(Player.ANA, "issues it", "/v1/invoices/" + anew + "/issue", "");
    }
}
