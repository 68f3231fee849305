package dev.fieldservice.players.cycle;

import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.forms.MoneyForms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The customer pays what is open of the invoice, or half of it. */
final class Payment implements Step {

    private static final BigDecimal TWO = new BigDecimal(2);

    @Override
    public void play(Job job) {
        if (!job.isBillable() || !job.takes(Turn.PAYS)) {
            return;
        }
        var receivable = "/v1/receivables/" + job.invoice();
        var owed = job.driver().read(Player.ANA, receivable);
        var open = new BigDecimal(owed.text("/open/amount"));
        if (open.signum() <= 0) {
            return; // the work was too short to cost a cent, or all of it was credited
        }
        job.story().chapter("The money comes");
        var paid = MoneyForms.money(
                job.takes(Turn.PAYS_HALF) ? open.divide(TWO, 2, RoundingMode.UP) : open,
                owed.body().at("/open"));
        var words = paid.at("/amount").asText() + " " + paid.at("/currency").asText();
        var payment = job.does(
                        Player.ANA,
                        "records that the bank says %s came".formatted(words),
                        "/v1/payments",
                        MoneyForms.payment(
                                job.customer().id(), paid, LocalDate.now(ZoneOffset.UTC), owed.text("/number")))
                .text("/id");
        job.does(
                Player.ANA,
                "and that it is for this invoice",
                "/v1/allocations",
                MoneyForms.allocation(job.invoice(), payment, paid));
        if (job.isWatched()) {
            var left = job.driver().read(Player.ANA, receivable);
            job.story().holds(left.body().has("settledOn"), "nothing is open of it");
            job.ends("paid", words + ", nothing is open of invoice " + left.text("/number"));
        }
    }
}
