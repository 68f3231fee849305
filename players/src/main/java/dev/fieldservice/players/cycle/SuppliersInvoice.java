package dev.fieldservice.players.cycle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.cycle.Job.Bought;
import dev.fieldservice.players.forms.JobForms;
import dev.fieldservice.players.forms.PurchaseForms;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The supplier asks for money, which is held against what was ordered and what came. */
final class SuppliersInvoice implements Step {

    private static final String INVOICES = "/v1/supplier-invoices";
    private static final String TOO_MUCH = "21";

    @Override
    public void play(Job job) {
        job.bought().ifPresent(bought -> owe(job, bought));
    }

    private static void owe(Job job, Bought bought) {
        job.story().chapter("The supplier's invoice");
        if (job.takes(Turn.ASKS_TOO_MUCH)) {
            var wrong = entered(job, "enters an invoice for more than came", bought, TOO_MUCH);
            job.doesOnce(Player.ANA, "rejects it", wrong + "/reject", JobForms.reason("Mai mult decât a sosit"));
        }
        var invoice = entered(job, "enters the supplier's invoice for what came", bought, Purchase.COMES);
        if (job.isWatched()) {
            look(job, invoice);
        }
        if (job.takes(Turn.SUPPLIER_IS_PAID)) {
            job.doesOnce(Player.ANA, "pays it", invoice + "/pay", PurchaseForms.paid(today()));
        }
    }

    /** Its address. */
    private static String entered(Job job, String what, Bought bought, String amount) {
        var body = PurchaseForms.invoice(
                bought.order(), bought.line(), amount, Purchase.GOODS.unit(), Purchase.GOODS.cost(), today());
        return INVOICES + "/" + job.doesOnce(Player.ANA, what, INVOICES, body).text("/id");
    }

    /** It is this day, or the next one, at the company. */
    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static void look(Job job, String path) {
        var invoice = job.driver().read(Player.ANA, path).body();
        job.story().holds(invoice.at("/findings").isEmpty(), "it asks for what came, at the price that was agreed");
        var owed = job.looks(Player.ANA, "looks what is to be paid", "/v1/payables?limit=200");
        for (var one : owed.body().at("/items")) {
            job.story().line(line(one));
        }
        for (var sum :
                job.driver().read(Player.ANA, "/v1/payable-totals").body().at("/items")) {
            job.story().line("  %-66s %16s".formatted("in all", money(sum.at("/toPay"))));
        }
        job.ends(
                "to pay",
                "%s to %s until %s"
                        .formatted(
                                money(invoice.at("/total")),
                                invoice.at("/supplierName").asText(),
                                invoice.at("/dueOn").asText()));
    }

    private static String line(JsonNode payable) {
        return "  %-30s %-14s due %-16s %16s"
                .formatted(
                        payable.at("/supplierName").asText(),
                        payable.at("/number").asText(),
                        payable.at("/dueOn").asText(),
                        money(payable.at("/total")));
    }

    private static String money(JsonNode money) {
        return money.at("/amount").asText() + " " + money.at("/currency").asText();
    }
}
