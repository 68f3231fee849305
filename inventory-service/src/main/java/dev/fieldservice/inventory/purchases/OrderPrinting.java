package dev.fieldservice.inventory.purchases;

import dev.fieldservice.inventory.papers.OrderPaper;
import dev.fieldservice.inventory.papers.OrderPapers;
import dev.fieldservice.inventory.papers.PaperLanguage;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Outside;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.files.Files;
import dev.fieldservice.platform.files.StoredFile;
import dev.fieldservice.platform.mail.Mails;
import dev.fieldservice.platform.papers.Press;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The job that prints an order that was placed, and then has it sent. Whoever repeats it prints it anew; it is kept once. */
@ApplicationScoped
public class OrderPrinting implements Outside<OrderPrinting.Content, OrderPrinting.Work, StoredFile> {

    private static final Policy POLICY =
            new Policy(2, Duration.ofMinutes(2), Duration.ofSeconds(5), 12, Policy.Repetition.NONE);

    public record Content(UUID orderId) {}

    /** What is to be printed. */
    public record Work(OrderPaper paper, PaperLanguage language) {}

    private final Files files;
    private final Press press;
    private final OrderPapers papers;
    private final Mails mails;

    OrderPrinting(Files files, Press press, OrderPapers papers, Mails mails) {
        this.files = files;
        this.press = press;
        this.papers = papers;
        this.mails = mails;
    }

    @Override
    public Class<Content> content() {
        return Content.class;
    }

    @Override
    public Policy policy() {
        return POLICY;
    }

    @Override
    public Uni<Optional<Work>> prepare(Tx tx, Errand<Content> errand) {
        return tx.session()
                .find(PurchaseOrderPaper.class, errand.content().orderId())
                .map(order ->
                        order.isPrinted() ? Optional.empty() : Optional.of(new Work(order.paper, order.language)));
    }

    @Override
    public Uni<StoredFile> act(Work work) {
        return files.store(file -> press.print(() -> papers.paper(work.paper(), work.language()), file));
    }

    @Override
    public Uni<Next> record(Tx tx, Errand<Content> errand, StoredFile pdf) {
        return tx.load(PurchaseOrder.class, errand.content().orderId())
                .chain(order -> tx.load(PurchaseOrderPaper.class, order.id())
                        .chain(paper ->
                                paper.isPrinted() ? Uni.createFrom().voidItem() : record(tx, order, paper, pdf)))
                .replaceWith(Next::done);
    }

    private Uni<Void> record(Tx tx, PurchaseOrder order, PurchaseOrderPaper paper, StoredFile pdf) {
        paper.printed(pdf, tx.by());
        order.sending(order.sentTo);
        return files.claim(tx, pdf.sha256(), paper.id())
                .chain(() -> order.sentTo == null ? Uni.createFrom().voidItem() : OrderMail.later(tx, mails, order));
    }

    /** So it goes to nobody, until somebody sends it once more. */
    @Override
    public Uni<Void> gaveUp(Tx tx, Errand<Content> errand, String why) {
        return Outside.super
                .gaveUp(tx, errand, why)
                .chain(() -> tx.load(PurchaseOrder.class, errand.content().orderId()))
                .invoke(order -> order.notSent(why))
                .replaceWithVoid();
    }
}
