package dev.fieldservice.inventory.returns;

import dev.fieldservice.inventory.papers.OrderPaper;
import dev.fieldservice.inventory.papers.OrderPapers;
import dev.fieldservice.inventory.papers.PaperForm;
import dev.fieldservice.inventory.papers.PaperLanguage;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Outside;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.files.Files;
import dev.fieldservice.platform.files.StoredFile;
import dev.fieldservice.platform.papers.Press;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The job that prints a return that was sent. Whoever repeats it prints it anew; it is kept once. */
@ApplicationScoped
public class ReturnPrinting implements Outside<ReturnPrinting.Content, ReturnPrinting.Work, StoredFile> {

    private static final Policy POLICY =
            new Policy(2, Duration.ofMinutes(2), Duration.ofSeconds(5), 12, Policy.Repetition.NONE);

    public record Content(UUID returnId) {}

    /** What is to be printed. */
    public record Work(OrderPaper paper, PaperLanguage language) {}

    private final Files files;
    private final Press press;
    private final OrderPapers papers;

    ReturnPrinting(Files files, Press press, OrderPapers papers) {
        this.files = files;
        this.press = press;
        this.papers = papers;
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
                .find(SupplierReturnPaper.class, errand.content().returnId())
                .map(sent -> sent.isPrinted() ? Optional.empty() : Optional.of(new Work(sent.paper, sent.language)));
    }

    @Override
    public Uni<StoredFile> act(Work work) {
        return files.store(file ->
                press.print(() -> papers.paper(work.paper(), work.language(), PaperForm.SUPPLIER_RETURN), file));
    }

    @Override
    public Uni<Next> record(Tx tx, Errand<Content> errand, StoredFile pdf) {
        return tx.load(SupplierReturnPaper.class, errand.content().returnId())
                .chain(paper -> {
                    if (paper.isPrinted()) {
                        return Uni.createFrom().voidItem();
                    }
                    paper.printed(pdf, tx.by());
                    return files.claim(tx, pdf.sha256(), paper.id());
                })
                .replaceWith(Next::done);
    }
}
