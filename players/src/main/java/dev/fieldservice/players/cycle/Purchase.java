package dev.fieldservice.players.cycle;

import dev.fieldservice.players.client.Mailbox;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.company.Article;
import dev.fieldservice.players.company.Store;
import dev.fieldservice.players.cycle.Job.Bought;
import dev.fieldservice.players.forms.JobForms;
import dev.fieldservice.players.forms.PurchaseForms;
import java.math.BigDecimal;
import java.util.ArrayList;

/** Of what there is too little is bought: proposed, ordered by mail, and received as it comes. */
final class Purchase implements Step {

    static final Article GOODS = Article.REFRIGERANT;

    private static final String PACK = "10";

    /** Of the two packs that are ordered. */
    static final String COMES = "12";

    private static final String REST = "8";
    private static final String PROPOSALS = "/v1/purchase-proposals";

    @Override
    public void play(Job job) {
        if (job.takes(Turn.IS_RESTOCKED)) {
            job.company().store().ifPresent(store -> buy(job, store));
        }
    }

    private static void buy(Job job, Store store) {
        job.story().chapter("The store buys");
        var part = store.lacks().orElseGet(() -> registered(job));
        job.does(
                Player.BOGDAN,
                "enters who sells it: in cylinders of 10 kg, %s RON a kilogram".formatted(GOODS.cost()),
                "/v1/supplier-parts",
                PurchaseForms.offerInPacks(store.supplier(), part, PACK, GOODS.unit(), GOODS.cost()));
        var order = drafted(job, store, part);
        job.doesOnce(Player.BOGDAN, "places the order", order + "/order", JobForms.NOTHING);
        if (job.isWatched()) {
            job.mailbox().ifPresent(mailbox -> read(job, order, mailbox));
        }
        var line = job.driver().read(Player.STELA, order).text("/lines/0/id");
        comes(job, order, line);
        job.buys(new Bought(part, order.substring(order.lastIndexOf('/') + 1), line));
    }

    private static String registered(Job job) {
        return job.does(Player.STELA, "registers refrigerant", "/v1/parts", GOODS.reordered(Store.REORDER_POINT))
                .text("/id");
    }

    /** The address of the order, which has nothing but this part. */
    private static String drafted(Job job, Store store, String part) {
        var made = job.does(
                        Player.BOGDAN,
                        "has proposed what runs out",
                        PROPOSALS,
                        PurchaseForms.proposal(store.warehouse()))
                .text("/id");
        var proposal = PROPOSALS + "/" + made;
        var others = new ArrayList<String>();
        for (var line : job.driver().read(Player.BOGDAN, proposal).body().at("/lines")) {
            if (line.at("/partId").asText().equals(part)) {
                job.story().line("         " + line.at("/why").asText());
            } else {
                others.add(line.at("/partId").asText());
            }
        }
        job.doesOnce(
                Player.BOGDAN,
                "accepts it: an order is drafted",
                proposal + "/accept",
                PurchaseForms.acceptance(others));
        return "/v1/purchase-orders/"
                + job.driver().read(Player.BOGDAN, proposal).text("/purchaseOrderIds/0");
    }

    private static void read(Job job, String order, Mailbox mailbox) {
        var sent = job.story()
                .follows(
                        "inventory-service",
                        "errand",
                        "its PDF is printed",
                        () -> job.driver()
                                .await(
                                        Player.BOGDAN,
                                        order,
                                        seen -> !seen.text("/sentAt").isEmpty()));
        var supplier = sent.text("/sentTo");
        var mail = job.story()
                .follows(
                        "inventory-service",
                        "SMTP",
                        "the supplier has it by mail",
                        () -> mailbox.await(supplier, one -> one.subject().contains(sent.text("/number"))));
        job.story().line("         \"" + mail.subject() + "\"");
        job.story().holds(InvoiceByMail.hasPdf(mailbox.attachments(supplier, mail.id())), "the PDF is in it");
    }

    private static void comes(Job job, String order, String line) {
        receive(job, "receives %s kg by the delivery note".formatted(COMES), order, line, COMES);
        if (job.takes(Turn.RECEIPT_IS_WRONG)) {
            var receipt = job.driver().read(Player.STELA, order).text("/receipts/0/receiptId");
            job.doesOnce(
                    Player.STELA,
                    "takes it back",
                    "/v1/stock-receipts/" + receipt + "/reverse",
                    JobForms.reason("Avizul altui depozit"));
            receive(job, "receives it by its own note", order, line, COMES);
        }
        if (job.isWatched()) {
            var came = job.driver().read(Player.STELA, order);
            job.story()
                    .holds(
                            new BigDecimal(came.text("/lines/0/received/amount")).compareTo(new BigDecimal(COMES)) == 0,
                            "%s kg came, %s kg are on order yet".formatted(COMES, REST));
        }
        if (job.takes(Turn.REST_COMES)) {
            receive(job, "receives the rest", order, line, REST);
        }
    }

    private static void receive(Job job, String what, String order, String line, String amount) {
        job.doesOnce(Player.STELA, what, order + "/receive", PurchaseForms.delivery(line, amount, GOODS.unit()));
    }
}
