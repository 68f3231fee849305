package dev.fieldservice.players.cycle;

import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.company.Article;
import dev.fieldservice.players.forms.JobForms;
import dev.fieldservice.players.forms.OfficeForms;
import java.math.BigDecimal;
import java.util.UUID;

/** Parts from the technician's own van, now and then taken back. */
public final class PartsUsed implements Step {

    @Override
    public void play(Job job) {
        if (job.isGoodwill()) {
            return;
        }
        job.story().chapter("Parts from the van");
        job.company().parts().forEach((article, part) -> use(job, article, part));
        if (job.isBillable() && job.takes(Turn.TAKES_PART_BACK)) {
            takeBack(job);
        }
    }

    private static void use(Job job, Article article, String part) {
        switch (article) {
            case VALVE -> {
                if (job.takes(Turn.REPLACES_VALVE)) {
                    var number = UUID.randomUUID().toString().substring(0, 13);
                    var installed = "TXV-2026-" + number;
                    job.does(
                            Player.STELA,
                            "hands out the valve " + installed,
                            "/v1/stock-receipts",
                            OfficeForms.receipt(job.technician().van(), part, installed));
                    use(
                            job,
                            "replaces the valve: serial out, serial in",
                            JobForms.exchange(part, "TXV-2021-" + number, installed));
                    look(job, part, "1", "1 valve left in the van");
                }
            }
            case REFRIGERANT -> {
                if (job.takes(Turn.REFILLS)) {
                    var kilograms = BigDecimal.valueOf(job.between(1, 2500, 8999), 3);
                    use(
                            job,
                            "refills " + kilograms.stripTrailingZeros().toPlainString() + " kg of refrigerant",
                            JobForms.usage(part, kilograms.toPlainString(), article.unit()));
                    look(job, part, "7.5", "7.5 kg left in the van");
                }
            }
            case FILTER, CIRCUIT_BOARD ->
                use(job, "installs one: " + article.title(), JobForms.usage(part, "1", article.unit()));
        }
    }

    private static void use(Job job, String what, String body) {
        job.onSite(what, "parts", body);
        job.addBillable(1);
    }

    /** Somebody who watches sees what is left of what the van was loaded with. */
    private static void look(Job job, String part, String left, String what) {
        if (!job.isWatched()) {
            return;
        }
        var level = "/v1/stock-levels?partId=" + part + "&locationId="
                + job.technician().van();
        job.story()
                .follows(
                        "inventory-service",
                        "parts-consumed",
                        what,
                        () -> job.driver()
                                .await(
                                        Player.STELA,
                                        level,
                                        shown -> isAmount(shown.text("/items/0/onHand/amount"), left)));
    }

    private static boolean isAmount(String text, String wanted) {
        return !text.isEmpty() && new BigDecimal(text).compareTo(new BigDecimal(wanted)) == 0;
    }

    private static void takeBack(Job job) {
        var usages = job.driver()
                .read(job.technician().person(), job.workOrder())
                .body()
                .at("/usages");
        var last = usages.get(usages.size() - 1).at("/id").asText();
        job.onSite("takes it back", "parts/" + last + "/reverse", JobForms.reason("Nu a fost nevoie de ea"));
        job.addBillable(-1);
    }
}
