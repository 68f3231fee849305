package dev.fieldservice.players.cycle;

import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.cycle.Job.Bought;
import dev.fieldservice.players.forms.JobForms;
import dev.fieldservice.players.forms.StoreForms;
import dev.fieldservice.players.forms.StoreForms.Goods;
import java.util.ArrayList;
import java.util.List;

/** What was bought goes into the technician's van, with some of what the store has plenty of. */
final class LoadedVan implements Step {

    private static final String TRANSFERS = "/v1/stock-transfers";

    @Override
    public void play(Job job) {
        job.bought().ifPresent(bought -> load(job, bought));
    }

    private static void load(Job job, Bought bought) {
        job.story().chapter("The van is loaded");
        if (job.takes(Turn.TRANSFER_IS_CALLED_OFF)) {
            callOff(job, bought);
        }
        var technician = job.technician().person();
        var transfer = drafted(job, technician, "asks for 10 kg of refrigerant for his van", goods(job, bought, "10"));
        job.doesOnce(technician, "requests it", transfer + "/request", JobForms.NO_BODY);
        job.doesOnce(Player.STELA, "picks it", transfer + "/pick", JobForms.NOTHING);
        job.doesOnce(Player.STELA, "sends it on its way", transfer + "/send", JobForms.NO_BODY);
        int arrived = 0;
        if (job.takes(Turn.ARRIVES_IN_PARTS)) {
            arrived = 4;
            job.does(technician, "receives some of it", transfer + "/receive-part", part(bought, arrived));
        }
        job.doesOnce(
                technician,
                "receives it",
                transfer + "/receive",
                job.takes(Turn.SOMETHING_IS_LOST) ? part(bought, 9 - arrived) : JobForms.NOTHING);
    }

    /** What was picked goes back onto its shelf. */
    private static void callOff(Job job, Bought bought) {
        var transfer = drafted(job, Player.STELA, "drafts another one", goods(job, bought, "1"));
        job.doesOnce(Player.STELA, "requests it", transfer + "/request", JobForms.NO_BODY);
        job.doesOnce(Player.STELA, "picks it", transfer + "/pick", JobForms.NOTHING);
        job.doesOnce(Player.STELA, "calls it off", transfer + "/cancel", JobForms.reason("Nu mai e nevoie"));
    }

    private static String drafted(Job job, Player by, String what, List<Goods> goods) {
        var warehouse = job.company().store().orElseThrow().warehouse();
        var body = StoreForms.transfer(warehouse, job.technician().van(), goods);
        return TRANSFERS + "/" + job.does(by, what, TRANSFERS, body).text("/id");
    }

    /** What was bought is the first. */
    private static List<Goods> goods(Job job, Bought bought, String amount) {
        var goods = new ArrayList<Goods>();
        goods.add(new Goods(bought.part(), amount, Purchase.GOODS.unit()));
        job.company().parts().forEach((article, part) -> {
            if (!article.isSerialised() && !part.equals(bought.part())) {
                goods.add(new Goods(part, "1", article.unit()));
            }
        });
        return goods;
    }

    /** Of what was bought, and nothing of the rest. */
    private static String part(Bought bought, int amount) {
        return StoreForms.handled(List.of(new Goods(bought.part(), Integer.toString(amount), Purchase.GOODS.unit())));
    }
}
